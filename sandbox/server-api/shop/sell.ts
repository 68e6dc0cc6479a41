import type { WeChat } from '../../platform/wechat';
import type { FoundSku } from './product';
import { makeShopOrder, type Sale, type ShopOrder } from './order';

/** A buyer's order, which takes its stock at once. @throws Error when there is not that much, or no such SKU */
export function sell(sale: Sale, wechat: WeChat): ShopOrder {
	const { shop } = wechat.serverApi;
	const found = shop.sku(sale.sku_id);
	if (!found) throw new Error(`There is no sku_id ${sale.sku_id}`);
	take(found, sale.count ?? 1, wechat);
	const order = makeShopOrder(found, sale, { atMs: wechat.now(), random: wechat.random });
	shop.orders.push(order);
	return order;
}

/** A sale takes its units. @throws Error when there are not that many, or the product is not listed */
export function take(found: FoundSku, count: number, wechat: WeChat): void {
	if (!Number.isInteger(count) || count < 1) throw new Error('count is a whole number of units');
	if (found.product.status !== 5) throw new Error('The product is not listed');
	const left = found.sku.stock_num - count;
	if (left < 0) throw new Error(`There are ${found.sku.stock_num} units left`);
	wechat.serverApi.shop.setStock(found, left, 'sale', wechat.now());
}

/**
 * Cancels an order, or refunds a paid one. Only what was never paid goes back into stock: the rest
 * is the merchant's to add.
 *
 * @throws Error for an unknown order, or one that is cancelled
 */
export function cancel(orderId: string, wechat: WeChat): ShopOrder {
	const { shop } = wechat.serverApi;
	const order = shop.orders.find(({ order_id }) => order_id === orderId);
	if (!order) throw new Error(`There is no order_id ${orderId}`);
	if (order.status >= 200) throw new Error('The order is cancelled already');
	const atMs = wechat.now();
	if (order.status === 10) {
		for (const { sku_id, sku_cnt } of order.order_detail.product_infos) {
			const found = shop.sku(sku_id);
			if (found) shop.setStock(found, found.sku.stock_num + sku_cnt, 'cancellation', atMs);
		}
	}
	order.status = order.status === 10 ? 250 : 200;
	order.update_time = Math.floor(atMs / 1000);
	return order;
}
