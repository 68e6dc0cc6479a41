import type { HttpCallContext } from '../../core/http';
import { askWechatApi, type OpenApiAccount } from '../call';
import { apiRefusal } from '../answer';
import { batches } from '../../core/collections';

/** A SKU of WeChat Shop; both ids are uint64 and therefore text. */
export interface ShopSku {
	product_id: string;
	sku_id: string;
}

/** What WeChat Shop has of a SKU. Orders lower it by themselves; refunds after payment do not raise it. */
export interface ShopStock extends ShopSku {
	/** Units that can be bought. */
	normal_stock_num: number;
	/** With what is kept for influencers, campaigns and warehouses. */
	total_stock_num: number;
}

/** One text for one SKU. */
export const skuKey = ({ product_id, sku_id }: ShopSku): string => `${product_id}/${sku_id}`;

/** Products in one question (WeChat, stock/batchget). */
const BATCH = 50;

const PRODUCT_MISSING = 10020052;

/**
 * The stock of all SKUs of these products, by `skuKey`: one call for each 50 products. A product that
 * the shop does not have spoils the answer for all; it is then looked for by halves, and left out.
 *
 * @throws IntegrationError as `askWechatApi`
 */
export async function readStock(
	account: OpenApiAccount,
	productIds: readonly string[],
	context: HttpCallContext,
): Promise<Map<string, ShopStock>> {
	const found = new Map<string, ShopStock>();
	const read = async (ids: string[]): Promise<void> => {
		const body = { product_id: ids };
		const call = { path: '/channels/ec/product/stock/batchget', body, repeatable: true };
		const answer = await askWechatApi(account, call, context);
		if (answer.errcode === PRODUCT_MISSING) {
			if (ids.length === 1) return;
			const half = Math.ceil(ids.length / 2);
			await read(ids.slice(0, half));
			await read(ids.slice(half));
			return;
		}
		if (answer.errcode !== 0) throw apiRefusal(answer);
		for (const stock of stocksOf(answer.body.data)) found.set(skuKey(stock), stock);
	};
	for (const wanted of batches([...new Set(productIds)], BATCH)) {
		await read(wanted);
	}
	return found;
}

interface Answered {
	spu_stock_list?: Array<{
		product_id?: unknown;
		sku_stock?: Array<Record<string, unknown>>;
	}>;
}

const stocksOf = (data: unknown): ShopStock[] =>
	((data as Answered | undefined)?.spu_stock_list ?? []).flatMap(({ product_id, sku_stock }) =>
		(sku_stock ?? []).map(({ sku_id, normal_stock_num, total_stock_num }) => ({
			product_id: String(product_id),
			sku_id: String(sku_id),
			normal_stock_num: Number(normal_stock_num ?? 0),
			total_stock_num: Number(total_stock_num ?? normal_stock_num ?? 0),
		})),
	);
