import type { Question } from './choose-set';
import type { UnmappedReason } from './mapping';
import { resolveParts } from './resolve-parts';
import type { SkuRow } from './row';
import type { SkuTable } from './table';

/** Pieces of one product. */
export interface Pieces {
	/** Database id of the `product.product`. */
	product_id: number;
	quantity: number;
}

/** A WeChat SKU as a thing that is sold out of Odoo's stock. */
export interface SoldSku {
	sku: string;
	/** The listing and the shop that it is sold in; empty: whichever. */
	wechat_product_id: string;
	shop: string;
	/** What one of it takes out of stock, each product once. */
	products: Pieces[];
	/** Why it cannot be mapped now, where it cannot: nothing of it can be promised. */
	reason?: UnmappedReason;
	message?: string;
}

/**
 * Every WeChat SKU that sells one of the products at a moment: the table read backwards, by the same
 * rules as forwards. A SKU whose row names the product but cannot be mapped is there with its reason,
 * so that whoever sets stock sets it to 0.
 *
 * @param productIds absent: SKUs of every product
 * @param at as in `SkuRow.valid_from`
 */
export function skusOfProducts(
	table: SkuTable,
	at: string,
	productIds?: ReadonlySet<number>,
): SoldSku[] {
	const sold: SoldSku[] = [];
	for (const [sku, rows] of table.rows) {
		if (!rows.some((row) => names(row, table, productIds))) continue;
		for (const question of questions(sku, rows, at)) {
			const resolved = resolveParts(question, table);
			const scope = {
				sku,
				wechat_product_id: question.wechatProductId,
				shop: question.shops[0] ?? '',
			};
			if ('reason' in resolved) {
				sold.push({ ...scope, products: [], ...resolved });
				continue;
			}
			const products = together(
				resolved.parts.map(({ product, units }) => ({ product_id: product.id, quantity: units })),
			);
			if (!productIds || products.some(({ product_id: id }) => productIds.has(id))) {
				sold.push({ ...scope, products });
			}
		}
	}
	return sold;
}

/**
 * How many of a SKU can be promised: as many as its scarcest product allows. Other SKUs draw on the
 * same units: each figure holds for its SKU alone.
 *
 * @param free free quantity by product (`free_qty`); a product without one has none
 * @param buffer units of each product that are kept back
 */
export function promisable(
	{ products }: Pick<SoldSku, 'products'>,
	free: ReadonlyMap<number, number>,
	buffer = 0,
): number {
	if (products.length === 0) return 0;
	const most = products.map(({ product_id: id, quantity }) =>
		Math.floor(((free.get(id) ?? 0) - buffer) / quantity),
	);
	return Math.max(0, Math.min(...most));
}

const names = (row: SkuRow, table: SkuTable, productIds?: ReadonlySet<number>): boolean =>
	!productIds || (table.products.get(row.product) ?? []).some(({ id }) => productIds.has(id));

/** One question for each listing and shop that the rows of a SKU tell apart. */
function questions(sku: string, rows: readonly SkuRow[], at: string): Question[] {
	const scopes = new Map(
		rows.map(({ wechat_product_id: wechatProductId, shop }) => [
			JSON.stringify([wechatProductId, shop]),
			{ sku, at, wechatProductId, shops: shop === '' ? [] : [shop] },
		]),
	);
	return [...scopes.values()];
}

function together(parts: Pieces[]): Pieces[] {
	const sums = new Map<number, number>();
	for (const { product_id: id, quantity } of parts) sums.set(id, (sums.get(id) ?? 0) + quantity);
	return [...sums].map(([product_id, quantity]) => ({ product_id, quantity }));
}
