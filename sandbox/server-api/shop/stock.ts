import { ServerApiError } from '../errcode';
import { foundProduct, foundSku } from './ids';
import type { ShopSku } from './product';
import { shopEndpoint } from './shop-endpoint';

const MAX_PRODUCTS = 50;

const stockOf = ({ stock_num }: ShopSku) => ({
	normal_stock_num: stock_num,
	/** Retired. */
	limited_discount_stock_num: 0,
	warehouse_stocks: [],
	total_stock_num: stock_num,
});

/** Stock of one SKU. */
export const getStock = shopEndpoint('product/stock/get', ({ body }, wechat) => ({
	data: stockOf(foundSku(body, wechat).sku),
}));

/** Stock of all SKUs of up to 50 products. */
export const batchGetStock = shopEndpoint('product/stock/batchget', ({ body }, wechat) => {
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
});
