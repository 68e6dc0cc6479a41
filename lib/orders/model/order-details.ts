import type { ItemLine } from '../../core/read-item';

/** Who gets the parcel, and where. A part that the shop does not know is absent. */
export interface RecipientItem {
	name?: string;
	phone?: string;
	/** ISO 3166-1 alpha-2, e.g. `CN`. */
	country?: string;
	province?: string;
	city?: string;
	district?: string;
	/** The rest of the address, or the whole address as text if its parts are not known. */
	street?: string;
	postcode?: string;
	/** Of a virtual number: when it stops working, ISO 8601. */
	phone_expires?: string;
	/** True while WeChat hides parts of name, phone or address. */
	masked?: boolean;
}

/** A line of an order. Amounts are in the smallest unit of the payment's currency, tax included. */
export interface DetailedLine extends ItemLine {
	name?: string;
	/** What was paid for all units of the line. */
	line_total_fen?: number;
	/** Already deducted from the prices of the line. */
	discount_fen?: number;
	is_gift?: boolean;
	/** Who gets a commission for the line. */
	influencer?: string;
	commission_fen?: number;
}

/**
 * What a shop knows of an order beside its payment, as fields of the item. A node adds what it knows,
 * under these names; Odoo Sale uses what it finds. All fields are optional.
 */
export interface OrderDetails {
	recipient?: RecipientItem;
	/** The buyer's words to the shop. */
	remark?: string;
	is_gift?: boolean;
	/** Part of the total; smallest unit and decimal text. */
	shipping_fen?: number;
	shipping?: string;
	/** Deducted before the payment, so not part of the total; smallest unit and decimal text. */
	discount_fen?: number;
	discount?: string;
	/** The merchant's part of coupons, where the payment does not say it. Part of the total. */
	merchant_coupon_fen?: number;
	/** Name that the buyer wants on the invoice. */
	invoice_title?: string;
	/** Names of UTM campaign, medium and source. */
	campaign?: string;
	medium?: string;
	source?: string;
	/** Name of a sales team in Odoo. */
	sales_team?: string;
	/** ISO 8601 date. */
	expected_delivery?: string;
	/** Of a WeChat Shop order: its shop and its number there. Such a payment has no merchant ID. */
	shop_appid?: string;
	shop_order_id?: string;
}
