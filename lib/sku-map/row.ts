/**
 * What a part of a SKU costs the buyer: all that was paid for the SKU; its share of that, by the sales
 * prices in Odoo; or nothing (a gift).
 */
export type PriceRule = 'as_paid' | 'list_price' | 'free';

/**
 * One row of the table, wherever the table is: WeChat's SKU and one Odoo product in it. A SKU of
 * several products has one row for each, numbered `part` 1 to `parts`, so that a lost row is noticed.
 */
export interface SkuRow {
	sku: string;
	/** WeChat's id of the listing (SPU) of the SKU; empty: any. */
	wechat_product_id: string;
	/** `appid` or `mchid` that the row is for; empty: every shop. */
	shop: string;
	/** The name of the Odoo product: `id:` and a database id, or what the table names products by. */
	product: string;
	/** How many of the product one SKU contains, in `uom`. */
	quantity: number;
	/** Name of Odoo's unit of measure; empty: the product's own. */
	uom: string;
	price: PriceRule;
	part: number;
	parts: number;
	/** First second, as `2026-11-11T00:00:00+08:00`; empty: no start. */
	valid_from: string;
	/** Last second; empty: no end. */
	valid_until: string;
	note: string;
	/** Why the row cannot be used, in sentences for a person; absent where it can. */
	problem?: string;
}

/** A row of the table in Odoo. */
export interface StoredRow {
	/** Its database id. */
	id: number;
	row: SkuRow;
}

/** A row that only says which product a SKU is. */
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

const MAX_QUANTITY = 1_000_000;
const MAX_PARTS = 100;

/**
 * The row, with its `problem` where it cannot be used. Invalid numbers become 1.
 *
 * @param problems found before, in sentences
 * @param cellOf the text that a person wrote into a column
 */
export function checkRow(
	row: SkuRow,
	problems: string[] = [],
	cellOf = (column: 'quantity' | 'part' | 'parts') => String(row[column]),
): SkuRow {
	const found = [
		...(row.sku === '' ? ['There is no WeChat SKU in it. Fill the column sku.'] : []),
		...(row.product === '' ? ['There is no Odoo product in it. Fill the column product.'] : []),
		...problems,
	];
	const valid = (column: 'quantity' | 'part' | 'parts', isValid: boolean, wanted: string) => {
		if (isValid) return row[column];
		found.push(`${column} is "${cellOf(column)}", not ${wanted}.`);
		return 1;
	};
	const isPart = (part: number) => Number.isSafeInteger(part) && part >= 1 && part <= MAX_PARTS;
	const [isQuantity, range] = [
		row.quantity > 0 && row.quantity <= MAX_QUANTITY,
		`a whole number from 1 to ${MAX_PARTS}`,
	];
	const checked: SkuRow = {
		...row,
		quantity: valid('quantity', isQuantity, 'a number above 0'),
		part: valid('part', isPart(row.part), range),
		parts: valid('parts', isPart(row.parts), range),
	};
	const { part, parts, valid_from: from, valid_until: until } = checked;
	if (part > parts) found.push(`It is part ${part} of only ${parts}.`);
	if (from !== '' && until !== '' && from > until) {
		found.push(`It ends (${until}) before it begins (${from}).`);
	}
	return found.length > 0 ? { ...checked, problem: found.join(' ') } : checked;
}

/**
 * What the rows of one set share: the SKU and where it is valid. A set without dates and one with dates
 * can exist together; sets with dates differ by their first day.
 */
export const setKey = (row: SkuRow): string =>
	JSON.stringify([
		row.sku,
		row.wechat_product_id,
		row.shop,
		...(isDated(row) ? [row.valid_from] : []),
	]);

/** Unique for each row of a table. */
export const rowKey = (row: SkuRow): string => `${setKey(row)}${row.part}`;

/** True for a row that is valid for a time only. */
export const isDated = (row: SkuRow): boolean => row.valid_from !== '' || row.valid_until !== '';
