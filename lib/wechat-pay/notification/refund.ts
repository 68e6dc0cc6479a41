import type { ExchangeRate, NotificationReceipt } from './payment';

/** How a refund ended. `ABNORMAL`: the buyer's account takes no money, somebody has to act. */
export type RefundStatus = 'SUCCESS' | 'ABNORMAL' | 'CLOSED';

/**
 * The item of a refund that has ended, as WeChat Pay Trigger emits it at its output Refund. It has no
 * `total_fen` on purpose: nothing that records payments takes it for one.
 */
export interface RefundItem {
	/** Of the credential. */
	mchid: string;
	/** A service provider's order: the provider and the merchant it was made for. */
	sp_mchid?: string;
	sub_mchid?: string;
	out_trade_no: string;
	transaction_id: string;
	out_refund_no: string;
	refund_id: string;
	refund_status: RefundStatus;
	/** ISO 8601 with offset; only of a refund that succeeded. */
	success_time?: string;
	/** Where the money went, in words. */
	user_received_account?: string;
	/** Across the border: what it was paid from. */
	fund_source?: string;
	/** In the smallest unit of its currency: order total and what was refunded of it. */
	amount: {
		total: number;
		refund: number;
		payer_total?: number;
		payer_refund?: number;
		currency: string;
		payer_currency?: string;
		exchange_rate?: ExchangeRate;
	};
	/** What was refunded, smallest unit and decimal text. */
	refund_fen: number;
	refund: string;
	notification: NotificationReceipt;
}
