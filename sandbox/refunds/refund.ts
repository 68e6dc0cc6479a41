import type { PromotionDetail } from '../payments/payment';

export type RefundStatus = 'SUCCESS' | 'CLOSED' | 'PROCESSING' | 'ABNORMAL';

/** What becomes of refunds that are asked for over the API. May be changed at any time. */
export interface RefundRules {
	/** How they end, right after the answer: `SUCCESS`. With `PROCESSING` they wait for `settleRefund`. */
	outcome: RefundStatus;
	/** What the merchant has to refund from, smallest unit: without end. More than it is `NOT_ENOUGH`. */
	available: number;
}

/** What a test says about a refund; everything left out is made up. */
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
