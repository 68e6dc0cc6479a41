import { before, type Deadline } from '../../core/deadline';
import { IntegrationError } from '../../core/errors';
import { withRetry, type CallContext } from '../../core/retry';
import type { OdooClient } from '../../odoo/client';
import { isolate } from '../../odoo/isolate';
import { outOfTime, withinDeadline } from '../../odoo/create-client';
import { paymentKey } from '../model/order-keys';
import type { PaidOrder, RecordOptions } from '../model/paid-order';
import {
	toRecordedOrder,
	type RecordedOrder,
	type RecordOutcome,
} from '../sale-order/recorded-order';
import { queueFor } from './batch-queue';
import type { OrderCheck, OrderInProgress } from './check-order';
import { confirmAndReserve } from './confirm-and-reserve';
import { reportMissingRates } from './currency-rate';
import { findOrCreateOrders } from './find-or-create-orders';
import { laneKeys } from './lanes';
import { applyShortagePolicy } from './shortage-policy';
import { updateReviews } from './update-reviews';
import { writeRemarks } from './write-remarks';

/** Pauses between attempts; the deadline limits how long they go on. */
const PAUSES = { baseMs: 250, maxMs: 4_000 };

/**
 * Records verified payments in Odoo: exactly one sale order for each, no matter how often, how
 * concurrently and by how many workers it arrives. Mapped orders whose total is the amount paid are
 * confirmed and reserved; all others become a draft with an activity for a person. Calls in one process
 * on the same client share batches.
 *
 * @param deadline orders that are not finished by then fail with `ODOO_TIME_BUDGET`
 * @returns one outcome per input, in the same order; a payment passed twice has one order and two outcomes
 */
export async function recordPaidOrders(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
	context: CallContext,
	deadline: Deadline,
): Promise<RecordOutcome[]> {
	const record = async (batch: PaidOrder[], until: Deadline) =>
		await recordBatch(withinDeadline(odoo, until), batch, options, context, until);
	const keys = laneKeys(withinDeadline(odoo, deadline), orders);
	const enter = queueFor(odoo, `record ${JSON.stringify(options)}`, record, context.monotonic);
	const late = (): RecordOutcome => ({ error: outOfTime() });
	const outcomes = orders.map(async (order): Promise<RecordOutcome> => {
		const entered = keys.then(
			async (known) => await enter(order, known.get(order) ?? [], deadline),
		);
		return await before(deadline, entered, late).catch(failed);
	});
	return await Promise.all(outcomes);
}

async function recordBatch(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
	context: CallContext,
	deadline: Deadline,
): Promise<RecordOutcome[]> {
	const once = async (some: readonly PaidOrder[]) =>
		await attempt(odoo, [...some], options, context);
	return await repeatForEach(orders, paymentKey, once, failed, context, deadline);
}

/**
 * Repeats attempts until one succeeds. Each one looks up first what exists, so it may follow a lost answer.
 * An order that makes an attempt fail is isolated from the others.
 *
 * @param once returns outcomes by key
 * @param failed the outcome of an order that an attempt has failed for, or has lost
 * @returns one outcome per order, in the same order; those with the same key share it
 */
export async function repeatForEach<Order, Outcome>(
	orders: Order[],
	keyOf: (order: Order) => string,
	once: (some: readonly Order[]) => Promise<Map<string, Outcome>>,
	failed: (error: unknown) => Outcome,
	context: CallContext,
	deadline: Deadline,
): Promise<Outcome[]> {
	const unique = [...new Map(orders.map((order) => [keyOf(order), order])).values()];
	const work = async (some: readonly Order[]) => {
		const policy = { ...PAUSES, budgetMs: deadline.remainingMs() };
		const made = await withRetry(context, policy, async () => await once(some));
		return some.map((order) => made.get(keyOf(order)) ?? failed(undefined));
	};
	const outcomes = await isolate(unique, work, (_, error) => failed(error));
	const keys = unique.map(keyOf);
	return orders.map((order) => outcomes[keys.indexOf(keyOf(order))] ?? failed(undefined));
}

/** @param error undefined where an attempt has lost the order */
const failed = (error: unknown): RecordOutcome =>
	error instanceof IntegrationError ? { error } : { error: notRecorded(error) };

/**
 * One attempt: find or create the orders, confirm those that match their payment, ask a person to review
 * the others, and apply the shortage policy.
 *
 * @returns outcomes by payment key
 */
async function attempt(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
	context: CallContext,
): Promise<Map<string, RecordOutcome>> {
	const outcomes = new Map<string, RecordOutcome>();
	const inProgress: OrderInProgress[] = [];
	for (const [key, one] of await findOrCreateOrders(odoo, orders, options)) {
		if (one instanceof IntegrationError) outcomes.set(key, { error: one });
		else inProgress.push(one);
	}
	const moves = await confirmAndReserve(odoo, inProgress, options, context);
	await updateReviews(odoo, inProgress, options);
	await writeRemarks(odoo, inProgress);
	const written = inProgress.map(({ order }) => order);
	await reportMissingRates(odoo, written, options);
	const recorded = new Map<string, RecordedOrder>();
	for (const { order, key, source, state, check } of inProgress) {
		const review = check.outcome === 'review' ? check.reason : undefined;
		recorded.set(key, toRecordedOrder(order, state, moves, { adopted: source.adopted, review }));
	}
	const delivered = new Set(moves.flatMap((move) => (move.state === 'done' ? [move.lineId] : [])));
	const undelivered = (outcome: OrderCheck['outcome']) =>
		new Map(
			inProgress.flatMap(({ key, state, check }) => {
				const one = recorded.get(key);
				const none = !state.lines.some(({ id }) => delivered.has(id));
				return one && none && check.outcome === outcome ? [[key, one] as const] : [];
			}),
		);
	const [confirmed, adopted] = [undelivered('confirm'), undelivered('confirmed')];
	const changed = await applyShortagePolicy(odoo, confirmed, adopted, options);
	for (const [key, order] of recorded) outcomes.set(key, { recorded: changed.get(key) ?? order });
	return outcomes;
}

const notRecorded = (error: unknown) =>
	new IntegrationError({
		code: 'ODOO_ORDER_NOT_WRITTEN',
		message:
			`No sale order was created for this payment. ${error instanceof Error ? error.message : ''}`.trim(),
		likelyCause: 'This is a bug in this package.',
		nextStep: 'Run the node again, and report it with the version of the package and of Odoo.',
	});
