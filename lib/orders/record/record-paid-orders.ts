import { before, type Deadline } from '../../core/deadline';
import { IntegrationError } from '../../core/errors';
import { withRetry, type CallContext } from '../../core/retry';
import type { OdooClient } from '../../odoo/client';
import { outOfTime, withinDeadline } from '../../odoo/create-client';
import { batchSize, oneBatchAtATime } from './batch-queue';
import { brandNew } from './skip-lookup';
import {
	paymentKey,
	type PaidOrder,
	type RecordOptions,
	type RecordOutcome,
} from '../model/paid-order';
import { recordChunk } from './record-batch';

/** Pauses between attempts; how long they go on is up to the deadline. */
const PAUSES = { baseMs: 250, maxMs: 4_000 };

type Lane = ReturnType<typeof oneBatchAtATime>;
const lanes = new WeakMap<OdooClient, Map<string, Lane>>();
/** The last batch of a connection: nodes with different options take turns. */
const turns = new WeakMap<OdooClient, Promise<unknown>>();

/**
 * Records verified payments in Odoo: exactly one sale order for each, however often, however
 * concurrently and through however many workers it arrives. Mapped orders whose total is what was
 * paid are confirmed and reserved; all others are left as a draft with an activity for a person.
 * Calls of one process on the same client share batches.
 *
 * @param deadline when it has passed, orders that are not finished come out with `ODOO_TIME_BUDGET`
 * @returns one outcome for each input, in the same order; a payment given twice has one order and two outcomes
 */
export async function recordPaidOrders(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
	context: CallContext,
	deadline: Deadline,
): Promise<RecordOutcome[]> {
	const lane = laneOf(odoo, options, context);
	const late = (): RecordOutcome => ({ error: outOfTime() });
	const outcomes = orders.map(async (order): Promise<RecordOutcome> => {
		try {
			return await before(deadline, lane(order, deadline), late);
		} catch (error) {
			if (error instanceof IntegrationError) return { error };
			throw error;
		}
	});
	return await Promise.all(outcomes);
}

function laneOf(odoo: OdooClient, options: RecordOptions, context: CallContext): Lane {
	const ofClient = lanes.get(odoo) ?? new Map<string, Lane>();
	lanes.set(odoo, ofClient);
	const key = JSON.stringify(options);
	const size = batchSize();
	const record = async (batch: PaidOrder[], deadline: Deadline) => {
		const bounded = withinDeadline(odoo, deadline);
		const previous = turns.get(odoo) ?? Promise.resolve();
		const turn = previous.then(async () => {
			const began = context.now();
			const outcomes = await recordBatch(bounded, batch, options, context, deadline);
			size.took(batch.length, context.now() - began);
			return outcomes;
		});
		turns.set(
			odoo,
			turn.catch(() => undefined),
		);
		return await turn;
	};
	const lane = ofClient.get(key) ?? oneBatchAtATime(record, (leftMs) => size.most(leftMs));
	ofClient.set(key, lane);
	return lane;
}

async function recordBatch(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
	context: CallContext,
	deadline: Deadline,
): Promise<RecordOutcome[]> {
	const unique = [...new Map(orders.map((order) => [paymentKey(order), order])).values()];
	const policy = { ...PAUSES, budgetMs: deadline.remainingMs() };
	let attempts = 0;
	const outcomes = await withRetry(context, policy, async () => {
		attempts += 1;
		// What a failed attempt has left is looked up first.
		const fresh = attempts === 1 ? await brandNew(odoo, unique, options, context.now()) : NONE;
		return await recordChunk(odoo, unique, options, context, fresh);
	});
	return orders.map((order) => outcomes.get(paymentKey(order)) ?? { error: lost() });
}

const NONE: ReadonlySet<string> = new Set();

const lost = () =>
	new IntegrationError({
		code: 'ODOO_ORDER_NOT_WRITTEN',
		message: 'No sale order was created for this payment.',
		likelyCause: 'This is a bug in this package.',
		nextStep: 'Run the step again, and report it with the version of the package and of Odoo.',
	});
