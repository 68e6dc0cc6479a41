import type { WeChat } from '../../platform/wechat';
import { makeShopOrder, type FoundLine } from './make-order';
import type { ShopOrder } from './order';
import type { FoundSku } from './product';
import { recipientOf } from './recipient';
import type { Sale, SoldLine } from './sale';

/** A buyer's order, which takes its stock at once. @throws Error when there is not that much, or no such SKU */
export function sell(sale: Sale, wechat: WeChat): ShopOrder {
	const { shop } = wechat.serverApi;
	const found = linesOf(sale).map((line): FoundLine => {
		const sku = shop.sku(line.sku_id);
		if (!sku) throw new Error(`There is no sku_id ${line.sku_id}`);
		return { ...sku, line };
	});
	for (const one of found) take(one, one.line.count ?? 1, wechat);
	const order = makeShopOrder(found, sale, { atMs: wechat.now(), random: wechat.random });
	shop.orders.push(order);
	shop.secrets.set(order.order_id, { recipient: recipientOf(sale), risk: sale.risk ?? false });
	shop.announce('channels_ec_order_new', order);
	if (order.status !== 10) announcePaid(order, wechat);
	return order;
}

function linesOf({ lines, sku_id = '', count, discounts, gift, presaleDays, influencer }: Sale) {
	const one: SoldLine = {
		sku_id,
		...(count !== undefined && { count }),
		...(discounts && { discounts }),
		...(gift && { gift }),
		...(presaleDays !== undefined && { presaleDays }),
		...(influencer && { influencer }),
	};
	return lines ?? [one];
}

export function announcePaid(order: ShopOrder, wechat: WeChat): void {
	const { shop } = wechat.serverApi;
	const { pay_info, price_info } = order.order_detail;
	const { pay_time } = pay_info;
	shop.flow(1, price_info.merchant_receieve_price, order.order_id, wechat);
	shop.announce('channels_ec_order_pay', order, { pay_time });
	if (order.status === 20) shop.announce('channels_ec_order_wait_shipping', order);
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
	const order = shop.knownOrder(orderId);
	if (order.status >= 200) throw new Error('The order is cancelled already');
	const atMs = wechat.now();
	const unpaid = order.status === 10;
	if (unpaid) {
		for (const { sku_id, sku_cnt } of order.order_detail.product_infos) {
			const found = shop.sku(sku_id);
			if (found) shop.setStock(found, found.sku.stock_num + sku_cnt, 'cancellation', atMs);
		}
	} else shop.flow(3, -order.order_detail.price_info.order_price, orderId, wechat);
	order.status = unpaid ? 250 : 200;
	order.update_time = Math.floor(atMs / 1000);
	shop.announce('channels_ec_order_cancel', order, { cancel_type: unpaid ? 1 : 3 });
	return order;
}
