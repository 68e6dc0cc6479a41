/** Where a parcel goes. The fields are those of the shop backend contract. */
export interface Recipient {
	name: string;
	phone: string;
	/** ISO 3166 alpha-2. */
	country: string;
	province: string;
	city: string;
	district: string;
	street: string;
	postcode: string;
}

/** A line of a basket. */
export interface MallLine {
	sku: string;
	name?: string;
	/** Units. */
	quantity: number;
	/** Fen per unit, tax included, as paid. */
	unit_price_fen: number;
}

/** What the buyer chose and entered. Amounts in fen. */
export interface MallBasket {
	lines: MallLine[];
	/** Paid for shipping, beside the lines. */
	shipping_fen?: number;
	/** Taken off the lines by the mall itself. */
	discount_fen?: number;
	recipient?: Recipient | undefined;
	/** The buyer's words. */
	remark?: string;
	is_gift?: boolean;
	invoice_title?: string;
	campaign?: string;
	medium?: string;
	source?: string;
	/** `yyyy-MM-dd`. */
	expected_delivery?: string;
}

/** `sold_out`: stock is missing; `refused`: the order is wrong; `unanswered`: nobody knows. Only `held` may be paid. */
export type HoldState = 'held' | 'sold_out' | 'refused' | 'unanswered';

/** What n8n answered last, and how fast. */
export interface MallHold {
	state: HoldState;
	/** Status of the last answer; null without one. */
	status: number | null;
	latency_ms: number;
	expires_at?: string;
	/** Why not, as n8n says. */
	reason?: string;
}

/** An order as the database of the merchant's own mall keeps it. WeChat knows none of this but number and total. */
export interface MallOrder extends MallBasket {
	out_trade_no: string;
	/** Who buys, as WeChat names them to the mini-program. */
	openid: string;
	/** What WeChat Pay is asked to collect. */
	total_fen: number;
	/** ISO 8601. */
	created_at: string;
	/** Absent where the mall asks nobody to hold stock. */
	hold?: MallHold;
}
