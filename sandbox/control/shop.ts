import type { Sale } from '../server-api/shop/order';
import type { ProductRequest } from '../server-api/shop/product';
import type { ControlRoute } from './route';

/** The WeChat Shop: products with their stock, sales and orders. */
export const shopRoutes: ControlRoute[] = [
	{
		method: 'GET',
		path: '/shop/products',
		handle: (_asked, { serverApi: { shop } }) => shop.products(),
	},
	{
		method: 'POST',
		path: '/shop/products',
		handle: ({ body }, { serverApi: { shop } }) =>
			shop.addProduct(JSON.parse(body) as ProductRequest),
	},
	{
		method: 'POST',
		path: '/shop/stock',
		handle: ({ body }, { serverApi: { shop } }) => {
			const { sku_id = '', num = NaN } = JSON.parse(body) as { sku_id?: string; num?: number };
			shop.setStock(sku_id, num);
			return shop.stockChanges().at(-1);
		},
	},
	{
		method: 'GET',
		path: '/shop/stock-changes',
		handle: (_asked, { serverApi: { shop } }) => shop.stockChanges(),
	},
	{
		method: 'POST',
		path: '/shop/sales',
		handle: ({ body }, { serverApi: { shop } }) => shop.sell(JSON.parse(body) as Sale),
	},
	{
		method: 'GET',
		path: '/shop/orders',
		handle: (_asked, { serverApi: { shop } }) => shop.orders(),
	},
	{
		method: 'POST',
		path: '/shop/cancellations',
		handle: ({ body }, { serverApi: { shop } }) => {
			const { order_id = '' } = JSON.parse(body) as { order_id?: string };
			return shop.cancel(order_id);
		},
	},
];
