import type { AfterSaleRequest } from '../server-api/shop/after-sale';
import type { ShopOrderMove } from '../server-api/shop/order-moves';
import type { PushOptions } from '../server-api/shop/pushes/shop-pushes';
import type { Sale } from '../server-api/shop/sale';
import type { ProductRequest } from '../server-api/shop/product';
import { buyInShop, type ShopPurchase } from '../phone/wechat-shop';
import type { ControlRoutes, Controls } from './controls';

/** The WeChat Shop: products with their stock, sales and orders. */
export function addShop({ get, post }: ControlRoutes, sandbox: Controls): void {
	const { shop } = sandbox.serverApi;
	get('/shop/products', () => shop.products());
	post('/shop/products', (product: ProductRequest) => shop.addProduct(product));
	get('/shop/stock-changes', () => shop.stockChanges());
	post('/shop/stock', ({ sku_id = '', num = NaN }: { sku_id?: string; num?: number }) => {
		shop.setStock(sku_id, num);
		return shop.stockChanges().at(-1);
	});
	get('/shop/pushes', () => shop.pushed());
	get('/shop/push-secrets', () => shop.secrets);
	post('/shop/pushes', (options: PushOptions) => {
		if (!URL.canParse(options.url)) throw new Error('url is no address');
		shop.pushTo(options);
		return options;
	});
	get('/shop/orders', () => shop.orders());
	post('/shop/sales', (sale: Sale) => shop.sell(sale));
	post('/shop/purchases', (purchase: ShopPurchase) => buyInShop(purchase, sandbox));
	post('/shop/moves', ({ order_id = '', move }: { order_id?: string; move: ShopOrderMove }) =>
		shop.move(order_id, move),
	);
	get('/shop/after-sales', () => shop.afterSales());
	post('/shop/after-sales', (request: AfterSaleRequest) => shop.askAfterSale(request));
	post(
		'/shop/after-sales/moves',
		({ id = '', move }: { id?: string; move: 'withdraw' | 'sendBack' }) =>
			shop.moveAfterSale(id, move),
	);
	get('/shop/funds', () => shop.flows());
	post('/shop/cancellations', ({ order_id = '' }: { order_id?: string }) => shop.cancel(order_id));
}
