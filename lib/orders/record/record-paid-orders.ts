import { before, type Deadline } from '../../core/deadline';
import { IntegrationError } from '../../core/errors';
import { withRetry, type CallContext } from '../../core/retry';
import type { OdooClient } from '../../odoo/client';
import { isolate } from '../../odoo/isolate';
import { outOfTime, withinDeadline } from '../../odoo/create-client';
import { paymentKey, refundReviewKey } from '../model/order-keys';
import type { PaidOrder, RecordOptions } from '../model/paid-order';
import { closeReviews, requestReviews } from '../sale-order/chatter';
import { isQuotation } from '../sale-order/order-state';
import {
	toRecordedOrder,
	type RecordedOrder,
	type RecordOutcome,
} from '../sale-order/recorded-order';
import { queueFor } from './batch-queue';
import type { OrderCheck, OrderInProgress } from './check-order';
import { confirmAndReserve } from './confirm-and-reserve';
import { findOrCreateOrders } from './find-or-create-orders';
import { applyShortagePolicy } from './shortage-policy';

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
	const enter = queueFor(odoo, options, record, context.now);
	const late = (): RecordOutcome => ({ error: outOfTime() });
	const outcomes = orders.map(async (order): Promise<RecordOutcome> => {
		const recorded = before(deadline, enter(order, deadline), late);
		return await recorded.catch((error: unknown) => ({ error: asIntegrationError(error) }));
	});
	return await Promise.all(outcomes);
}

/**
 * Repeats attempts until one succeeds. Each one looks up first what exists, so it may follow a lost answer.
 * An order that makes an attempt fail is isolated from the others.
 */
async function recordBatch(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
	context: CallContext,
	deadline: Deadline,
): Promise<RecordOutcome[]> {
	const unique = [...new Map(orders.map((order) => [paymentKey(order), order])).values()];
	const work = async (some: readonly PaidOrder[]) => {
		const policy = { ...PAUSES, budgetMs: deadline.remainingMs() };
		const made = async () => await attempt(odoo, [...some], options, context);
		const outcomes = await withRetry(context, policy, made);
		return some.map((order) => outcomes.get(paymentKey(order)) ?? { error: notRecorded() });
	};
	const outcomes = await isolate<PaidOrder, RecordOutcome>(unique, work, (_, error) => ({
		error: asIntegrationError(error),
	}));
	const byKey = new Map(unique.map((order, index) => [paymentKey(order), outcomes[index]]));
	return orders.map((order) => byKey.get(paymentKey(order)) ?? { error: notRecorded() });
}

const asIntegrationError = (error: unknown): IntegrationError =>
	error instanceof IntegrationError ? error : notRecorded(error);

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

/** Creates missing review activities, and closes those of drafts that were completed. */
async function updateReviews(
	odoo: OdooClient,
	orders: OrderInProgress[],
	{ reviewerId }: RecordOptions,
): Promise<void> {
	const missing = orders.flatMap(({ key, order, state, check }) => {
		const { id: orderId, hasActivity } = state;
		if (check.outcome === 'review') {
			// The activity on a confirmed order may be about something else.
			if (hasActivity && isQuotation(state)) return [];
			return [{ orderId, key, reason: check.reason }];
		}
		const refund = check.outcome === 'confirm' && !hasActivity && order.refundStarted;
		return refund ? [{ orderId, key: refundReviewKey(key), reason: REFUND_STARTED }] : [];
	});
	await requestReviews(odoo, missing, reviewerId);
	const completed = orders.filter(
		({ source, check }) => source.completed && check.outcome !== 'review',
	);
	await closeReviews(
		odoo,
		completed.map(({ state }) => state.id),
	);
}

/** What was not refunded is to be shipped, so the order is reserved all the same. */
const REFUND_STARTED =
	'A refund of this order was started in WeChat Pay before the order was recorded. Check the amount before shipping, at pay.weixin.qq.com → Transaction Center (交易中心) → Refund Query (退款查询). This activity is closed when the refund is recorded.';

/** @param error the exception, if there was one */
const notRecorded = (error?: unknown) =>
	new IntegrationError({
		code: 'ODOO_ORDER_NOT_WRITTEN',
		message: `No sale order was created for this payment.${error instanceof Error ? ` (${error.message})` : ''}`,
		likelyCause: 'This is a bug in this package.',
		nextStep: 'Run the node again, and report it with the version of the package and of Odoo.',
	});
