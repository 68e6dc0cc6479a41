import { mapLines } from './map-lines';
import type { Suggestion, UnmappedReason } from './mapping';
import { skusOfProducts, type SoldSku } from './reverse';
import { rowKey } from './row';
import { groupBy } from '../core/collections';
import type { SkuTable } from './table';

/** A SKU as a shop lists it. */
export interface ListedSku {
	sku: string;
	/** WeChat's id of the listing, where it is known. */
	product_id?: string;
	title?: string;
}

/** A problem of the table. */
export interface Finding {
	/**
	 * `not_mapped`: listed in the shop, but an order of it becomes a draft. `unusable`: in the table, but its
	 * product is archived, not for sale and the like. `duplicate`: several rows for the same SKU.
	 * `not_listed`: in the table, but not in the shop. `never_sold`: no order from WeChat contained it.
	 */
	finding: 'not_mapped' | 'unusable' | 'duplicate' | 'not_listed' | 'never_sold';
	sku: string;
	wechat_product_id?: string;
	shop?: string;
	reason?: UnmappedReason;
	/** The problem and what to do, as a sentence. */
	message: string;
	suggestions?: Suggestion[];
}

export interface AuditQuestion {
	/** As in `SkuRow.valid_from`. */
	at: string;
	/** What the shop lists; absent: it is not compared. */
	listing?: ListedSku[];
	/** Products that WeChat has sold; absent: they are not compared. */
	sold?: ReadonlySet<number>;
	/** The period of `sold`, for the message. */
	days?: number;
}

/** The SKUs among items, as WeChat Stock lists them: `sku_code` (the merchant's own), or `sku`. */
export function readListing(items: Array<Record<string, unknown>>): ListedSku[] {
	return items.flatMap(({ sku_code: code, sku, product_id: productId, title }) => {
		const own = [code, sku].find((one) => typeof one === 'string' && one.trim() !== '');
		if (typeof own !== 'string') return [];
		return [
			{
				sku: own.trim(),
				...(typeof productId === 'string' && productId !== '' && { product_id: productId }),
				...(typeof title === 'string' && title !== '' && { title }),
			},
		];
	});
}

/** Compares the table with the products of Odoo, the listing of the shop and the products sold. */
export function auditTable(table: SkuTable, question: AuditQuestion): Finding[] {
	const inTable = skusOfProducts(table, question.at);
	const duplicated = duplicates(table);
	return [
		...notMapped(table, question),
		...duplicated,
		...unusable(inTable, new Set(duplicated.map(({ sku }) => sku))),
		...notListed(inTable, question),
		...neverSold(inTable, question),
	];
}

function notMapped(table: SkuTable, { listing = [], at }: AuditQuestion): Finding[] {
	return listing.flatMap(({ sku, product_id: productId, title }): Finding[] => {
		const line = { sku, quantity: 1, ...(productId ? { product_id: productId } : {}) };
		const { unmapped } = mapLines([line], table, { at, shops: [] });
		const [problem] = unmapped;
		// A row of another shop, or one that is unusable, has its own finding.
		if (problem?.reason !== 'unknown') return [];
		if (table.rows.has(sku) && !productId) return [];
		const { reason, message, suggestions } = problem;
		return [
			{
				finding: 'not_mapped',
				sku,
				...(productId ? { wechat_product_id: productId } : {}),
				reason,
				message: title ? `${message} It is listed as "${title}".` : message,
				...(suggestions && { suggestions }),
			},
		];
	});
}

function duplicates(table: SkuTable): Finding[] {
	const rows = [...table.rows.values()].flat();
	return [...groupBy(rows, rowKey).values()].flatMap((same): Finding[] => {
		const [first] = same;
		if (!first || same.length === 1) return [];
		const message = `The table has ${same.length} rows for WeChat SKU "${first.sku}" that are valid at the same time. Keep one of them, or number the rows of a set in part and parts.`;
		return [{ finding: 'duplicate', ...scopeOf(first), reason: 'ambiguous', message }];
	});
}

function unusable(inTable: SoldSku[], duplicated: ReadonlySet<string>): Finding[] {
	return inTable
		.filter(({ reason }) => reason !== undefined && reason !== 'not_yet_valid')
		.filter(({ sku, reason }) => reason !== 'ambiguous' || !duplicated.has(sku))
		.map((sold) => ({
			finding: 'unusable',
			...scopeOf(sold),
			...(sold.reason && { reason: sold.reason }),
			message: sold.message ?? '',
		}));
}

function notListed(inTable: SoldSku[], { listing }: AuditQuestion): Finding[] {
	if (!listing) return [];
	const listed = new Set(listing.map(({ sku }) => sku));
	return inTable
		.filter(({ sku }) => !listed.has(sku))
		.map((sold) => ({
			finding: 'not_listed',
			...scopeOf(sold),
			message: `WeChat SKU "${sold.sku}" is in the table, but the shop does not list it. Remove its row if it will not be listed again.`,
		}));
}

function neverSold(inTable: SoldSku[], { sold, days }: AuditQuestion): Finding[] {
	if (!sold) return [];
	return inTable
		.filter(({ products }) => products.length > 0)
		.filter(({ products }) => !products.every(({ product_id: id }) => sold.has(id)))
		.map((one) => ({
			finding: 'never_sold',
			...scopeOf(one),
			message: `WeChat SKU "${one.sku}" was in no confirmed order from WeChat in the last ${days} days. If it is for sale, place a test order and check the result; otherwise remove its row.`,
		}));
}

const scopeOf = ({
	sku,
	wechat_product_id: listing,
	shop,
}: Pick<SoldSku, 'sku' | 'wechat_product_id' | 'shop'>) => ({
	sku,
	...(listing && { wechat_product_id: listing }),
	...(shop && { shop }),
});
