import { beijingTime } from '../core/beijing-time';
import { DIGITS, randomText, type RandomSource } from '../core/random';
import { settlementTotal, feeOf } from '../payments/fees';
import type { PromotionDetail, Payment } from '../payments/payment';

export type RefundStatus = 'SUCCESS' | 'CLOSED' | 'PROCESSING' | 'ABNORMAL';

/** How refunds that are requested over the API end. May be changed at any time. */
export interface RefundRules {
	/** How they end, right after the answer: `SUCCESS`. With `PROCESSING` they wait for `settleRefund`. */
	outcome: RefundStatus;
	/** What the merchant has to refund from, smallest unit: without end. More than it is `NOT_ENOUGH`. */
	available: number;
}

/** Fields of a refund that a test sets; the rest is generated. */
export interface RefundRequest {
	/** Smallest unit of the payment's currency, fen for CNY. */
	refund: number;
	out_refund_no?: string;
	/** `SUCCESS` by default. */
	status?: RefundStatus;
	reason?: string;
	funds_account?: string;
	user_received_account?: string;
}

/** A refund as `/v3/refund/domestic/refunds` answers it, fields and order as WeChat sends them. */
export interface Refund {
	refund_id: string;
	out_refund_no: string;
	transaction_id: string;
	out_trade_no: string;
	/** Of a service provider's order; answers do not say it. */
	sub_mchid?: string;
	channel: string;
	user_received_account: string;
	/** Only of a refund that succeeded. */
	success_time?: string;
	create_time: string;
	status: RefundStatus;
	funds_account: string;
	amount: {
		total: number;
		refund: number;
		from: { account: string; amount: number }[];
		payer_total: number;
		payer_refund: number;
		settlement_refund: number;
		settlement_total: number;
		discount_refund: number;
		currency: string;
		refund_fee: number;
	};
	promotion_detail?: PromotionDetail[];
}

/** What a refund depends on besides its request. */
export interface RefundSetting {
	/** Already refunded of the same payment, smallest unit. */
	refundedBefore: number;
	atMs: number;
	/** Of the payment, in hundredths of a percent. */
	feeRate: number;
	random: RandomSource;
}

/** The refund that WeChat would keep for it. @throws Error when it is more than is left of the payment */
export function makeRefund(
	payment: Payment,
	request: RefundRequest,
	setting: RefundSetting,
): Refund {
	const { refund, status = 'SUCCESS' } = request;
	const { total, payer_total, currency } = payment.amount;
	const { refundedBefore, random } = setting;
	if (!Number.isSafeInteger(refund) || refund <= 0)
		throw new Error('refund is no positive integer');
	if (refundedBefore + refund > total) {
		throw new Error(`Only ${total - refundedBefore} of ${total} is left to refund`);
	}
	// Summed before it is rounded, so that the last part brings back the rest of what the buyer paid.
	const share = (of: number): number =>
		Math.floor(((refundedBefore + refund) * of) / total) -
		Math.floor((refundedBefore * of) / total);
	const payerRefund = share(payer_total);
	const settlement = settlementTotal(payment);
	const settlementRefund = share(settlement);
	const time = beijingTime(setting.atMs);
	const day = time.slice(0, 10).replaceAll('-', '');
	return {
		refund_id: `5030${randomText(random, 6, DIGITS)}${day}${randomText(random, 11, DIGITS)}`,
		out_refund_no: request.out_refund_no ?? `RF${day}${randomText(random, 14, DIGITS)}`,
		transaction_id: payment.transaction_id,
		out_trade_no: payment.out_trade_no,
		...(payment.sub_mchid === undefined ? {} : { sub_mchid: payment.sub_mchid }),
		channel: 'ORIGINAL',
		user_received_account: request.user_received_account ?? '招商银行信用卡0403',
		...(status === 'SUCCESS' ? { success_time: time } : {}),
		create_time: time,
		status,
		funds_account: request.funds_account ?? 'UNSETTLED',
		amount: {
			total,
			refund,
			from: [],
			payer_total,
			payer_refund: payerRefund,
			settlement_refund: settlementRefund,
			settlement_total: settlement,
			discount_refund: refund - payerRefund,
			currency,
			refund_fee: feeOf(settlementRefund, setting.feeRate),
		},
	};
}

/** Ends a refund at this moment, or opens it again; the record itself changes. */
export function settle(refund: Refund, status: RefundStatus, atMs: number): Refund {
	refund.status = status;
	delete refund.success_time;
	return status === 'SUCCESS' ? Object.assign(refund, { success_time: beijingTime(atMs) }) : refund;
}
