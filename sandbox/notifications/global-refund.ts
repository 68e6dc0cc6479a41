import type { Payment } from '../payments/payment';
import type { Refund } from '../refunds/refund';
import type { NotificationContent, Notified } from './notification';
import { refundIds, refundLabel } from './refund';

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
