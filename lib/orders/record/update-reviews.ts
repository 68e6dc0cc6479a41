import type { OdooClient } from '../../odoo/client';
import { refundReviewKey } from '../model/order-keys';
import type { RecordOptions } from '../model/paid-order';
import { closeReviews, removeActivities, requestReviews } from '../sale-order/chatter';
import { isQuotation } from '../sale-order/order-state';
import { mustWait, type OrderCheck, type OrderInProgress } from './check-order';
import { waitKey } from './ended-waits';

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
