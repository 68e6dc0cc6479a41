/** One line of what the buyer ordered, in WeChat's or the shop's own SKU. */
export interface OrderLine {
	sku: string;
	/** Units, a positive integer. */
	quantity: number;
	/** Fen per unit, tax included, as paid. Absent when the source does not have it. */
	unit_price_fen?: number;
	/** The same as decimal text in yuan, to read. */
	unit_price?: string;
}

/** Which notifications travel together, and who answers them. */
export interface NotificationReceipt {
	/** WeChat's notification id, for logs only: it is not known to stay the same over resends. */
	id: string;
	event_type: string;
	/** ISO 8601 with offset. */
	create_time: string;
	/** `workflow`: WeChat waits until the item has reached Acknowledge Notification. */
	acknowledge: 'immediately' | 'workflow';
	/** Notifications stored in the same execution: an id of this batch and how many items it has. */
	batch_id: string;
	batch_size: number;
	/** Execution in which n8n's retry has passed on what Refuse Notification had refused before. */
	retried_in?: string;
	/** `v2`: XML, whose answer is XML too. */
	api: 'v3' | 'v2';
}

/** How WeChat converted: `rate` is an integer, times 10^8 (650000000 is 6.5). */
export interface ExchangeRate {
	type: string;
	rate: number;
}

/**
 * The item of a paid order, as WeChat Pay Trigger emits it. WeChat's own fields keep their names;
 * ids are strings, amounts integer fen with a decimal text beside them.
 */
export interface PaymentItem {
	/** Of the credential; of a combined order the sub-order's. */
	mchid: string;
	appid?: string;
	/** A service provider's order: the provider and the merchant it was made for. */
	sp_mchid?: string;
	sp_appid?: string;
	sub_mchid?: string;
	sub_appid?: string;
	/** A part of a combined order: who started it, and the number of the whole. */
	combine_mchid?: string;
	combine_appid?: string;
	combine_out_trade_no?: string;
	/** Where WeChat names only one of the two numbers, it is in both. */
	out_trade_no: string;
	transaction_id: string;
	trade_type?: string;
	/** `SUCCESS` where WeChat does not name it. */
	trade_state: string;
	trade_state_desc?: string;
	bank_type?: string;
	attach?: string;
	/** ISO 8601 with offset. */
	success_time?: string;
	payer: { openid?: string };
	/** In the smallest unit of its currency; across the border the buyer may pay in another one. */
	amount: {
		total: number;
		payer_total: number;
		currency: string;
		payer_currency: string;
		exchange_rate?: ExchangeRate;
	};
	/** Order total and what the buyer's wallet paid after coupons, smallest unit and decimal text. */
	total_fen: number;
	total: string;
	payer_total_fen: number;
	payer_total: string;
	promotion_detail?: unknown[];
	/** Empty when a later node has to supply them. */
	lines: OrderLine[];
	/** `shop` when Shop Backend: Get Order has added the lines. */
	lines_source: 'attach' | 'promotion_detail' | 'none' | 'shop';
	/** Why `lines` is empty although lines were expected. */
	lines_problem?: string;
	/** Code of a campaign that the shop wrote into `attach`. */
	campaign?: string;
	notification: NotificationReceipt;
}

/** A payment without a receipt of its notification, e.g. from a query. */
export type Payment = Omit<PaymentItem, 'notification'>;

/** Where the trigger takes order lines from; `attach_bare_sku`: a word alone in `attach` is one unit of that SKU. */
export type LinesFrom = Exclude<PaymentItem['lines_source'], 'shop'> | 'attach_bare_sku';

/** How a refund ended. `ABNORMAL`: it could not be paid to the buyer's account and needs manual handling. */
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

/** A refund without a receipt of its notification. */
export type Refund = Omit<RefundItem, 'notification'>;

/** The item of a buyer's complaint, at the trigger's output Complaint. WeChat's notification says no more. */
export interface ComplaintItem {
	/** Of the credential. */
	mchid: string;
	complaint_id: string;
	/** What happened, such as `CREATE_COMPLAINT` or `USER_RESPONSE`; the list grows. */
	action_type?: string;
	notification: NotificationReceipt;
}

/** A complaint without a receipt of its notification. */
export type Complaint = Omit<ComplaintItem, 'notification'>;
