import type { ShippingOrder } from './order';
import type { ReviewReason } from './plan-upload';
import type { PlannedUpload } from './upload-body';
import { LOGISTICS_TYPE, type ShippingOutcome } from './shipment';

type WaitReason = 'payment_unseen' | 'no_tracking_number' | 'more_to_deliver';

const WAITING: Record<WaitReason, string> = {
	payment_unseen:
		'WeChat does not see this payment yet. It takes about a minute after paying; a payment made in another mini program, with a test tool or before the merchant number was bound never arrives.',
	no_tracking_number: 'The shipment has no tracking number yet.',
	more_to_deliver:
		'More is to follow, and WeChat takes only parcels of carriers one by one: the shipment is uploaded when everything has left.',
};

type OtherReason = 'not_shippable' | 'payment_unknown';

const REVIEW: Record<ReviewReason | OtherReason, string> = {
	already_shipped:
		'WeChat counts this payment as shipped, with other parcels. Changing that uses up the one correction that WeChat allows: choose it under If Already Shipped, or correct it by hand at mp.weixin.qq.com → Features (功能) → Order and Shipping Management (订单与发货管理).',
	correction_used:
		'WeChat counts this payment as shipped, and its one correction is used up. Tell the buyer through customer service.',
	refunded: 'The payment was refunded: nothing is to be shipped for it.',
	confirmed:
		'The buyer has confirmed receipt, or the money is settled: WeChat does not accept changes.',
	too_many_parcels: 'A payment takes 15 parcels at most. Send the last ones as one.',
	not_shippable:
		'WeChat says that this payment cannot be shipped: it was refunded, closed or finished.',
	payment_unknown:
		'WeChat does not have this payment, though it was made more than ten minutes ago: it was made in another mini program, with a test tool, with an overseas wallet or before the merchant number was bound. Compare it at mp.weixin.qq.com → Features (功能) → Order and Shipping Management (订单与发货管理).',
};

export const waiting = (reason: WaitReason): ShippingOutcome => ({
	status: 'waiting',
	reason,
	message: WAITING[reason],
});

export const needsReview = (reason: ReviewReason | OtherReason): ShippingOutcome => ({
	status: 'needs_review',
	reason,
	message: REVIEW[reason],
});

/** What WeChat has already. */
export function asThere(status: 'uploaded' | 'unchanged', order: ShippingOrder): ShippingOutcome {
	const { logistics_type, delivery_mode, finish_shipping, shipping_list = [] } = order.shipping;
	return {
		status,
		...(logistics_type === undefined ? {} : { logistics_type }),
		...(delivery_mode === undefined ? {} : { delivery_mode }),
		is_all_delivered: finish_shipping === true,
		shipping_list: shipping_list.map(({ tracking_no, express_company, goods_desc = '' }) => ({
			...(tracking_no ? { tracking_no } : {}),
			...(express_company ? { express_company } : {}),
			item_desc: goods_desc,
		})),
	};
}

/** What was uploaded, or would be. */
export const asPlanned = (
	status: 'uploaded' | 'unchanged' | 'would_upload',
	{ shipment, plan }: PlannedUpload,
	upload_time: string,
): ShippingOutcome => ({
	status,
	logistics_type: LOGISTICS_TYPE[shipment.logistics],
	delivery_mode: plan.delivery_mode,
	is_all_delivered: plan.is_all_delivered,
	shipping_list: plan.shipping_list,
	upload_time,
	correction: plan.correction,
});
