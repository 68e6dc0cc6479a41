import type { OdooClient } from '../../odoo/client';
import { refundReviewKey } from '../model/order-keys';
import type { RecordOptions } from '../model/paid-order';
import { closeReviews, requestReviews } from '../sale-order/chatter';
import { isQuotation } from '../sale-order/order-state';
import type { OrderInProgress } from './check-order';

/** Creates missing review activities, and closes those of drafts that were completed. */
export async function updateReviews(
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
	const completed = orders.flatMap(({ source, state, check }) =>
		source.completed && check.outcome !== 'review' ? [state.id] : [],
	);
	await closeReviews(odoo, completed);
}

/** What was not refunded is to be shipped, so the order is reserved all the same. */
const REFUND_STARTED =
	'A refund of this order was started in WeChat Pay before the order was recorded. Check the amount before shipping, at pay.weixin.qq.com → Transaction Center (交易中心) → Refund Query (退款查询). This activity is closed when the refund is recorded.';
