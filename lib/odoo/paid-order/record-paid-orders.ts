import { IntegrationError } from '../../errors';
import { withRetry, type Environment, type RetryPolicy } from '../../retry';
import type { OdooClient } from '../client';

import { oneBatchAtATime } from './lane';
import { paymentKey, type PaidOrder, type RecordOptions, type RecordOutcome } from './paid-order';
import { recordChunk } from './record-chunk';

/** One transaction confirms this many orders in about two seconds; more would hold locks too long. */
const CHUNK = 40;

/** Long enough for Odoo's own back-off of whole seconds, short enough for a queue behind it. */
const RETRY: RetryPolicy = { baseMs: 250, maxMs: 4_000, budgetMs: 30_000 };

type Lane = ReturnType<typeof oneBatchAtATime>;
const lanes = new WeakMap<OdooClient, Map<string, Lane>>();

/**
 * Records verified payments in Odoo: exactly one sale order for each, however often, however
 * concurrently and through however many workers it arrives. Mapped orders whose total is what was
 * paid are confirmed and reserved; all others are left as a draft with an activity for a person.
 * Calls of one process on the same client share batches.
 *
 * @returns one outcome for each input, in the same order; a payment given twice has one order and two outcomes
 * @throws IntegrationError for what concerns the whole batch: no connection, a missing right or app
 */
export async function recordPaidOrders(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
	environment: Environment,
): Promise<RecordOutcome[]> {
	const ofClient = lanes.get(odoo) ?? new Map<string, Lane>();
	lanes.set(odoo, ofClient);
	const key = JSON.stringify([options.taxes, options.pricelistId, options.reviewerId]);
	const lane =
		ofClient.get(key) ??
		oneBatchAtATime(async (batch) => await recordBatch(odoo, batch, options, environment), CHUNK);
	ofClient.set(key, lane);
	return await lane(orders);
}

async function recordBatch(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
	environment: Environment,
): Promise<RecordOutcome[]> {
	const unique = [...new Map(orders.map((order) => [paymentKey(order), order])).values()];
	const outcomes = new Map<string, RecordOutcome>();
	for (let start = 0; start < unique.length; start += CHUNK) {
		const chunk = unique.slice(start, start + CHUNK);
		const recorded = await withRetry(
			environment,
			RETRY,
			async () => await recordChunk(odoo, chunk, options),
		);
		for (const [key, outcome] of recorded) outcomes.set(key, outcome);
	}
	return orders.map((order) => outcomes.get(paymentKey(order)) ?? { error: lost() });
}

const lost = () =>
	new IntegrationError({
		code: 'ODOO_ORDER_NOT_WRITTEN',
		message: 'A payment got no order.',
		likelyCause: 'A fault of this package.',
		nextStep: 'Run the step again, and report it with the version of the package and of Odoo.',
	});
