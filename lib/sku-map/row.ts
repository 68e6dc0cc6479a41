/**
 * What a part of a SKU costs the buyer: all that was paid for the SKU; its share of that, by the list
 * prices in Odoo; or nothing (a gift).
 */
export type PriceRule = 'as_paid' | 'list_price' | 'free';

/**
 * One row of the table, wherever the table lives: WeChat's SKU and one Odoo product in it. A SKU of
 * several products has a row for each, numbered `part` 1 to `parts`, so that a lost row is noticed.
 */
export interface SkuRow {
	sku: string;
	/** WeChat's own id of the listing (SPU) that the SKU belongs to; empty: whichever. */
	wechat_product_id: string;
	/** `appid` or `mchid` that the row holds for; empty: every shop. */
	shop: string;
	/** What names the Odoo product: `id:` and a database id, or whatever the table calls products by. */
	product: string;
	/** How many of the product one SKU holds, in `uom`. */
	quantity: number;
	/** Name of Odoo's unit of measure; empty: the product's own. */
	uom: string;
	price: PriceRule;
	part: number;
	parts: number;
	/** First second, as `2026-11-11T00:00:00+08:00`; empty: since ever. */
	valid_from: string;
	/** Last second; empty: for ever. */
	valid_until: string;
	note: string;
	/** Why the row cannot be used, as a sentence for a person; absent where it can. */
	problem?: string;
}

/** A row that says no more than which product a SKU is. */
export const plainRow = (sku: string, product: string): SkuRow => ({
	sku,
	wechat_product_id: '',
	shop: '',
	product,
	quantity: 1,
	uom: '',
	price: 'as_paid',
	part: 1,
	parts: 1,
	valid_from: '',
	valid_until: '',
	note: '',
});

/**
 * What the rows of one set have in common: the SKU where it holds. A set without dates and one with
 * dates stand beside each other; of sets with dates, the first day tells them apart.
 */
export const setKey = (row: SkuRow): string =>
	JSON.stringify([
		row.sku,
		row.wechat_product_id,
		row.shop,
		...(isDated(row) ? [row.valid_from] : []),
	]);

/** What no two rows of a table may have in common. */
export const rowKey = (row: SkuRow): string => `${setKey(row)}${row.part}`;

/** True for a row that holds for a time only. */
export const isDated = (row: SkuRow): boolean => row.valid_from !== '' || row.valid_until !== '';
