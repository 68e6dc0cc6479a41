import type { Money } from '../core/money';
import type { FundsEntry, SettledFunds } from './compare-funds';
import type { BillRow, UnreadableRow } from './bill-row';

/** A sale order of Odoo's that names a WeChat payment. */
export interface OdooOrder {
	id: number;
	/** E.g. `S00042`. */
	name: string;
	transaction_id: string;
	/** Empty where it is not known. */
	out_trade_no: string;
	/** Empty where set-up has not been run. */
	mchid: string;
	/** Odoo's own: `draft`, `sent`, `sale`, `done`, `cancel`. */
	state: string;
	total: Money;
	/** What the order's line for the merchant's coupons deducts; absent without one. */
	coupon?: Money;
	/** True for a cancelled order with a credit note of a refund. */
	credited?: boolean;
	/** The day in Beijing on which it was recorded, `yyyy-MM-dd`. */
	recorded: string;
}

/** A credit note of Odoo's for a refund. */
export interface OdooRefund {
	refund_id: string;
	/** `draft`, `posted` or `cancel`. */
	state: string;
	total: Money;
}

/** The records of one day at WeChat, in Odoo and in n8n. */
export interface DayRecords {
	/** All rows of the day's bill. */
	bill: BillRow[];
	/** Rows of the bill that cannot be read. */
	unreadable?: UnreadableRow[];
	/** Orders that name a transaction of the bill, and all other orders of the day. */
	orders: OdooOrder[];
	/** Absent where Odoo has no credit notes. */
	refunds?: OdooRefund[];
	/** Refunds that WeChat closed without paying them, as noted on their orders. */
	closedRefunds?: ReadonlySet<string>;
	/** The merchant by transaction id of the payments that n8n received, where that is known; the merchant can be empty. */
	n8n?: ReadonlyMap<string, string>;
	/** Of a WeChat Shop: orders that were settled, and what the ledger has of them. */
	funds?: { settled: SettledFunds[]; entries: FundsEntry[] };
	/** The day of the bill, `yyyy-MM-dd` in Beijing. */
	date: string;
}
