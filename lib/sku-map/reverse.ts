import type { Question } from './choose-set';
import type { UnmappedReason } from './mapping';
import { resolveParts } from './resolve-parts';
import type { SkuRow } from './row';
import type { SkuTable } from './table';

/** A quantity of one product. */
export interface ProductQuantity {
	/** Database id of the `product.product`. */
	product_id: number;
	quantity: number;
}

/** A WeChat SKU and the stock that it needs. */
export interface SoldSku {
	sku: string;
	/** The listing and the shop that it is sold in; empty: any. */
	wechat_product_id: string;
	shop: string;
	/** The quantities in one SKU, each product once. */
	products: ProductQuantity[];
	/** Why it cannot be mapped now: its available quantity is 0. Absent where it can. */
	reason?: UnmappedReason;
	message?: string;
}

/**
 * Every WeChat SKU that contains one of the products at a moment, by the same rules as mapping an order. A SKU
 * with the product that cannot be mapped is returned with its reason, so that its stock is set to 0.
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
			const products = sumByProduct(
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
 * The available quantity of a SKU, limited by its scarcest product; Infinity if nothing limits it. SKUs with the same product share its stock:
 * the quantities of several SKUs do not add up.
 *
 * @param free free quantity by product (`free_qty`): 0 where absent, Infinity for products without stock
 * @param buffer units of each product that are not sold
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

/** One question for each listing and shop in the rows of a SKU. */
function questions(sku: string, rows: readonly SkuRow[], at: string): Question[] {
	const scopes = new Map(
		rows.map(({ wechat_product_id: wechatProductId, shop }) => [
			JSON.stringify([wechatProductId, shop]),
			{ sku, at, wechatProductId, shops: shop === '' ? [] : [shop] },
		]),
	);
	return [...scopes.values()];
}

function sumByProduct(parts: ProductQuantity[]): ProductQuantity[] {
	const sums = new Map<number, number>();
	for (const { product_id: id, quantity } of parts) sums.set(id, (sums.get(id) ?? 0) + quantity);
	return [...sums].map(([product_id, quantity]) => ({ product_id, quantity }));
}
