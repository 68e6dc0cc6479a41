import { SHOP_CARRIERS } from '../carriers';
import type { ServerApiEndpoint } from '../endpoint';
import { getOrder, listOrders } from './orders';
import { getProduct, listProducts } from './products';
import { getStock, getStocks, updateStock } from './stock';

const post = (name: string, handle: ServerApiEndpoint['handle']): ServerApiEndpoint => ({
	method: 'POST',
	path: `/channels/ec/${name}`,
	account: 'shop',
	handle,
});

/** WeChat Shop. */
export const shopEndpoints: ServerApiEndpoint[] = [
	post('product/list/get', listProducts),
	post('product/get', getProduct),
	post('product/stock/get', getStock),
	post('product/stock/batchget', getStocks),
	post('product/stock/update', updateStock),
	post('order/list/get', listOrders),
	post('order/get', getOrder),
	post('order/deliverycompanylist/new/get', () => ({ company_list: SHOP_CARRIERS })),
];
