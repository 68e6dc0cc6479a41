import type { Payment } from '../payments/payment';
import type { Refund } from '../refunds/refund';
import type { NotificationContent, Notified } from './notification';

/** A refund has ended: paid out, closed, or stuck because the buyer's account takes no money. */
export function refundNotice(refund: Refund, { mchid }: Notified): NotificationContent {
	return { ...refundLabel(refund), resource: { mchid, ...refundResource(refund) } };
}

/** The same to a service provider. */
export function partnerRefund(refund: Refund, { mchid, subMchid }: Notified): NotificationContent {
	const resource = { sp_mchid: mchid, sub_mchid: subMchid, ...refundResource(refund) };
	return { ...refundLabel(refund), resource };
}

/** @throws Error for a refund that has not ended: WeChat says nothing about it */
export function refundLabel({ status }: Refund): Omit<NotificationContent, 'resource'> {
	const summary = { SUCCESS: '退款成功', ABNORMAL: '退款异常', CLOSED: '退款关闭', PROCESSING: '' }[
		status
	];
	if (summary === '')
		throw new Error('WeChat does not notify of a refund under way: settle it first');
	return { eventType: `REFUND.${status}`, originalType: 'refund', summary };
}

function refundResource(refund: Refund): Record<string, unknown> {
	const { total, refund: refunded, payer_total, payer_refund } = refund.amount;
	return {
		...refundIds(refund),
		user_received_account: refund.user_received_account,
		amount: { total, refund: refunded, payer_total, payer_refund },
	};
}

/** What every refund notification begins with; the status is called otherwise in queries. */
export function refundIds(refund: Refund): Record<string, unknown> {
	const { out_trade_no, transaction_id, out_refund_no, refund_id, status, success_time } = refund;
	return {
		out_trade_no,
		transaction_id,
		out_refund_no,
		refund_id,
		refund_status: status,
		...(success_time === undefined ? {} : { success_time }),
	};
}

/** A refund of a cross-border payment has ended. */
export function globalRefund(
	refund: Refund,
	{ mchid }: Notified,
	payment: Payment | undefined,
): NotificationContent {
	const resource = {
		mchid,
		...refundIds(refund),
		recv_account: refund.user_received_account,
		fund_source: fundSource(refund),
		amount: globalRefundAmount(refund, payment),
	};
	return { ...refundLabel(refund), resource };
}

/** The same to an institution. */
export function institutionRefund(
	refund: Refund,
	notified: Notified,
	payment: Payment | undefined,
): NotificationContent {
	const { resource, ...label } = globalRefund(refund, notified, payment);
	const { mchid, ...fields } = resource as { mchid: string };
	return {
		...label,
		resource: { sp_mchid: mchid, sub_mchid: notified.subMchid, ...fields },
	};
}

export const fundSource = ({ funds_account }: Refund): string =>
	funds_account === 'UNSETTLED' ? 'REFUND_SOURCE_UNSETTLED_FUNDS' : 'REFUND_SOURCE_RECHARGE_FUNDS';

/** Wallet currency and rate are those of the payment. */
export function globalRefundAmount(
	{ amount }: Refund,
	payment: Payment | undefined,
): Record<string, unknown> {
	const { total, currency, refund, payer_total, payer_refund } = amount;
	const rate = payment?.amount.exchange_rate;
	return {
		total,
		currency,
		refund,
		payer_total,
		payer_refund,
		payer_currency: payment?.amount.payer_currency ?? currency,
		...(rate ? { exchange_rate: rate } : {}),
	};
}
