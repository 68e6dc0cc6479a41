import type { WeChat } from '../../platform/wechat';
import type { ServerApiCall } from '../endpoint';
import { ServerApiError } from '../errcode';
import type { FoundSku, ShopSku } from './product';
import { foundProduct, foundSku } from './products';

const MAX_PRODUCTS = 50;

const stockOf = ({ stock_num }: ShopSku) => ({
	normal_stock_num: stock_num,
	/** Retired. */
	limited_discount_stock_num: 0,
	warehouse_stocks: [],
	total_stock_num: stock_num,
});

/** Stock of one SKU. */
export const getStock = ({ body }: ServerApiCall, wechat: WeChat): object => ({
	data: stockOf(foundSku(body, wechat).sku),
});

/** Stock of all SKUs of up to 50 products. */
export function getStocks({ body }: ServerApiCall, wechat: WeChat): object {
	const { product_id: ids } = body;
	if (!Array.isArray(ids) || ids.length === 0 || ids.length > MAX_PRODUCTS) {
		throw new ServerApiError(10020051);
	}
	const products = ids.map((id: unknown) => foundProduct(id, wechat));
	return {
		data: {
			spu_stock_list: products.map(({ product_id, skus }) => ({
				product_id,
				sku_stock: skus.map((sku) => ({
					sku_id: sku.sku_id,
					...stockOf(sku),
					finder_total_num: 0,
				})),
			})),
		},
	};
}

/**
 * Adds (1), subtracts (2) or sets (3), at once. What is set forgets every sale since it was read,
 * and what is added or subtracted twice counts twice: WeChat detects neither.
 */
export function updateStock({ body }: ServerApiCall, wechat: WeChat): object {
	const { diff_type: type, num } = body;
	if (![1, 2, 3].includes(Number(type)) || !isQuantity(num)) throw new ServerApiError(10020051);
	const found = foundSku(body, wechat);
	checkWritable(found);
	if (type !== 3 && num === 0) throw new ServerApiError(10020218);
	const { stock_num: before } = found.sku;
	const after = type === 3 ? num : before + (type === 1 ? num : -num);
	if (after < 0) throw new ServerApiError(10020219);
	checkRate(found.sku.sku_id, wechat);
	wechat.serverApi.shop.setStock(found, after, 'api', wechat.now());
	return {};
}

const isQuantity = (num: unknown): num is number =>
	typeof num === 'number' && Number.isSafeInteger(num) && num >= 0;

function checkWritable({ product: { status, edit_status } }: FoundSku): void {
	if (status === 0) throw new ServerApiError(10020289);
	if (edit_status === 2) throw new ServerApiError(10020217);
}

function checkRate(skuId: string, { serverApi: { rules, counter }, now }: WeChat): void {
	const limit = rules.stockWritesPerSkuPerMinute ?? Infinity;
	if (!counter.fits(`stock of ${skuId}`, 'minute', limit, now())) {
		throw new ServerApiError(10020112);
	}
}
