import type { Payment } from '../notification/items';

/** Companies that take WeChat payments for merchants who have no account at WeChat Pay. */
export type AcquirerName = 'airwallex' | 'stripe';

/** What the credential holds of a webhook at an acquirer. */
export interface AcquirerAccount {
	acquirer: AcquirerName;
	/** As the acquirer shows it, `whsec_` included. */
	signingSecret: string;
	/** `acct_…`; empty: the account that the event names. */
	accountId: string;
}

/** Where the order lines are; `product_…`: in Airwallex's `order.products`, under one of its two codes. */
export type AcquirerLinesFrom = 'field' | 'none' | 'product_code' | 'product_sku';

/** How events are read. Paths lead into the paid object, e.g. `metadata.order_id`; empty: see each. */
export interface AcquirerReading {
	/** Empty: `merchant_order_id` of Airwallex, `metadata.order_id` of Stripe. */
	orderNumberPath: string;
	linesFrom: AcquirerLinesFrom;
	/** Of text in the form of `attach`. */
	linesPath: string;
	/** Empty: the buyer is not known. */
	openidPath: string;
	/** Empty: not known, or where Stripe documents it. */
	wechatTransactionIdPath: string;
	methods: 'all' | 'wechat';
	acceptTest: boolean;
	/** Most seconds between the signature and our clock, either way. */
	toleranceS: number;
}

/** Where a payment comes from. */
export interface AcquirerOrigin {
	name: AcquirerName;
	account: string;
	/** Of the payment, e.g. `int_…` or `pi_…`: the same in every event of it. */
	payment_id: string;
	/** `wechatpay` or `wechat_pay`, or another method; absent when the event does not name it. */
	method?: string;
	/** WeChat's own number, where the acquirer names it. */
	wechat_transaction_id?: string;
	/** Only of a payment in the acquirer's test mode. */
	test?: true;
}

/** A verified event, for logs and for Acknowledge Notification, which passes it: another node answers. */
export interface AcquirerReceipt {
	id: string;
	event_type: string;
	/** ISO 8601 with offset; empty when the acquirer does not name it. */
	create_time: string;
	/** A Respond to Webhook node answers. */
	acknowledge: 'webhook';
	batch_id: string;
	batch_size: 1;
	api: AcquirerName;
}

/**
 * A payment in the shape of WeChat Pay Trigger's item. `mchid` is `<acquirer>:<account>`, `transaction_id` the
 * acquirer's. What the buyer paid in yuan is not known.
 */
export interface AcquirerPayment
	extends Omit<Payment, 'amount' | 'lines_source' | 'payer_total' | 'payer_total_fen'> {
	amount: { total: number; currency: string };
	lines_source: AcquirerLinesFrom;
	acquirer: AcquirerOrigin;
	notification: AcquirerReceipt;
}

/** A refund that has ended, in the shape of WeChat Pay Trigger's item. */
export interface AcquirerRefund {
	mchid: string;
	out_trade_no: string;
	transaction_id: string;
	refund_id: string;
	/** `CLOSED`: the buyer did not get the money. */
	refund_status: 'SUCCESS' | 'CLOSED';
	success_time?: string;
	amount: { refund: number; currency: string };
	/** In the smallest unit of the currency. */
	refund_fen: number;
	/** Decimal text. */
	refund: string;
	acquirer: AcquirerOrigin;
	notification: AcquirerReceipt;
}

/** The parts of a paid object that both acquirers have, as read from it. */
export interface PaidObject {
	payment_id: string;
	/** In the smallest unit of `currency`. */
	total: number;
	/** ISO 4217, upper case. */
	currency: string;
	success_time: string | undefined;
	method: string | undefined;
	/** Undefined when the event does not tell. */
	isWechat: boolean | undefined;
	wechat_transaction_id: string | undefined;
	/** Where the order number is unless the node names another field. */
	orderNumberPath: string;
}
