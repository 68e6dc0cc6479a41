import { createHash } from 'node:crypto';

import { groupBy } from '../../core/collections';
import type { OdooClient } from '../../odoo/client';
import { externalIdsOf } from '../../odoo/external-ids';
import { searchRead } from '../../odoo/records';
import { refundReviewKey } from '../model/order-keys';
import type { RecordOptions } from '../model/paid-order';
import { closeReviews, removeActivities, requestReviews, reviewId } from '../sale-order/chatter';
import { isQuotation } from '../sale-order/order-state';
import { mustWait, type OrderCheck, type OrderInProgress, type OrderSource } from './check-order';

/** Creates missing review activities, and closes those of drafts that were completed. */
export async function updateReviews(
	odoo: OdooClient,
	orders: OrderInProgress[],
	{ reviewerId }: RecordOptions,
): Promise<void> {
	const missing = orders.flatMap(({ key, order, source, state, check }) => {
		const { id: orderId, hasActivity } = state;
		const wait = order.waitReason === undefined ? undefined : mustWait(order.waitReason);
		if (wait !== undefined && waits(check, wait)) {
			return [{ orderId, key: waitKey(key, wait), reason: wait }];
		}
		if (check.outcome === 'review') {
			// The activity on a confirmed order may be about something else.
			if (hasActivity && isQuotation(state) && !source.waited?.only) return [];
			return [{ orderId, key, reason: check.reason }];
		}
		const refund = check.outcome === 'confirm' && !hasActivity && order.refundStarted;
		return refund ? [{ orderId, key: refundReviewKey(key), reason: REFUND_STARTED }] : [];
	});
	await requestReviews(odoo, missing, reviewerId);
	const completed = orders.flatMap(({ source, state, check }) =>
		source.completed && check.outcome !== 'review' ? [state.id] : [],
	);
	await closeReviews(odoo, completed);
	const ended = orders.flatMap(({ source: { waited } }) => waited?.activityIds ?? []);
	await removeActivities(odoo, ended);
}

/** Whether a draft only waits, or an order is confirmed and must not be shipped any more. */
const waits = (check: OrderCheck, reason: string): boolean =>
	check.outcome === 'confirmed' || (check.outcome === 'review' && check.reason === reason);

/** What was not refunded is to be shipped, so the order is reserved all the same. */
const REFUND_STARTED =
	'A refund of this order was started in WeChat Pay before the order was recorded. Check the amount before shipping, at pay.weixin.qq.com → Transaction Center (交易中心) → Refund Query (退款查询). This activity is closed when the refund is recorded.';

/**
 * Key of the activity on an order whose goods must wait although they are paid. Another reason is another
 * activity: Odoo keeps the external id of one that a person has done.
 *
 * @param key of the payment
 */
export const waitKey = (key: string, reason: string): string =>
	`${key}_wait_${createHash('sha256').update(reason).digest('hex').slice(0, 8)}`;

/**
 * Of orders with an activity whose goods may be shipped now, those that had to wait before.
 *
 * @returns the open activities that said so, by payment key
 */
export async function endedWaits(
	odoo: OdooClient,
	orders: Array<{ key: string; id: number }>,
): Promise<Map<string, NonNullable<OrderSource['waited']>>> {
	if (orders.length === 0) return new Map();
	const open = await searchRead(
		odoo,
		'mail.activity',
		[
			['res_model', '=', 'sale.order'],
			['res_id', 'in', orders.map(({ id }) => id)],
		],
		['res_id'],
	);
	const named = await externalIdsOf(
		odoo,
		'mail.activity',
		open.map(({ id }) => id),
	);
	const byOrder = groupBy(open, ({ res_id: id }) => Number(id));
	return new Map(
		orders.flatMap(({ key, id }) => {
			const own = byOrder.get(id) ?? [];
			const prefix = reviewId(`${key}_wait_`);
			const waits = own.filter((row) => named.get(row.id)?.some((one) => one.startsWith(prefix)));
			const activityIds = waits.map((row) => row.id);
			if (waits.length === 0) return [];
			return [[key, { activityIds, only: own.length === waits.length }] as const];
		}),
	);
}
