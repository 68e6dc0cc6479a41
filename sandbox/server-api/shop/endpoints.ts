import type { ServerApiEndpoint } from '../endpoint';
import { getShopCarriers } from './carrier-list';
import { getShopOrder, getShopOrderList } from './orders';
import { getProduct, getProductList } from './products';
import { batchGetStock, getStock } from './stock';
import { updateStock } from './update-stock';

/** WeChat Shop. */
export const shopEndpoints: ServerApiEndpoint[] = [
	getProductList,
	getProduct,
	getStock,
	batchGetStock,
	updateStock,
	getShopOrderList,
	getShopOrder,
	getShopCarriers,
];
