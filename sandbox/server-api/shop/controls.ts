import type { WeChat } from '../../platform/wechat';
import type { AfterSale, AfterSaleRequest } from './after-sale';
import { buyerMoves, requestAfterSale } from './after-sale-moves';
import type { FundsFlow } from './funds-flow';
import type { ShopOrder } from './order';
import { moveOrder, type ShopOrderMove } from './order-moves';
import {
	makeProduct,
	type FoundSku,
	type ProductRequest,
	type ShopProduct,
	type StockChange,
} from './product';
import type { Sale } from './sale';
import { cancel, sell, take } from './sell';
import type { ShopEvent } from './shop-event';

/** What a buyer does in the WeChat Shop, or the merchant in its console. */
export interface ShopControls {
	/** @throws Error when one of the ids is taken */
	addProduct(product: ProductRequest): ShopProduct;
	/** With their stock, in units. */
	products(): ShopProduct[];
	/** As in the console. @throws Error for an unknown SKU, or less than nothing */
	setStock(skuId: string, quantity: number): void;
	/** A sale outside of the Shop's own checkout. @throws Error when there is not that much, or no such SKU */
	take(skuId: string, quantity: number): void;
	/** An order, which takes its stock at once. @throws Error when there is not that much, or no such SKU */
	sell(sale: Sale): ShopOrder;
	/** Cancels an unpaid order, whose stock comes back, or refunds a paid one, whose stock does not. @throws Error for neither */
	cancel(orderId: string): ShopOrder;
	/** Lets the buyer or WeChat move an order on. @throws Error for a state that does not allow it */
	move(orderId: string, move: ShopOrderMove): ShopOrder;
	/** A buyer asks for money, or to send goods back. @throws Error for an order or SKU that is not paid */
	askAfterSale(request: AfterSaleRequest): AfterSale;
	/** The buyer withdraws, or sends the goods back. @throws Error in a state that does not allow it */
	moveAfterSale(id: string, move: 'withdraw' | 'sendBack'): AfterSale;
	/** The oldest first. */
	afterSales(): AfterSale[];
	/** The shop's money, the oldest first. */
	flows(): FundsFlow[];
	/** Calls back with every event that WeChat would push. */
	onEvent(listener: (event: ShopEvent) => void): void;
	/** The oldest first. */
	orders(): ShopOrder[];
	/** Every change of stock, the oldest first. */
	stockChanges(): StockChange[];
}

export function shopControls(wechat: WeChat): ShopControls {
	const { shop } = wechat.serverApi;
	const known = (skuId: string): FoundSku => {
		const found = shop.sku(skuId);
		if (!found) throw new Error(`There is no sku_id ${skuId}`);
		return found;
	};
	return {
		addProduct: (request) => {
			const product = makeProduct(request, wechat.random);
			shop.add(product);
			return product;
		},
		products: () => [...shop.products],
		take: (skuId, quantity) => take(known(skuId), quantity, wechat),
		setStock: (skuId, quantity) => {
			const found = known(skuId);
			if (!Number.isInteger(quantity) || quantity < 0)
				throw new Error('num is a whole number of units');
			shop.setStock(found, quantity, 'console', wechat.now());
		},
		sell: (sale) => sell(sale, wechat),
		cancel: (orderId) => cancel(orderId, wechat),
		move: (orderId, move) => moveOrder(orderId, move, wechat),
		askAfterSale: (request) => requestAfterSale(request, wechat),
		moveAfterSale: (id, move) => buyerMoves(id, move, wechat),
		afterSales: () => [...shop.afterSales],
		flows: () => [...shop.flows],
		onEvent: (listener) => void shop.listeners.push(listener),
		orders: () => [...shop.orders],
		stockChanges: () => [...shop.changes],
	};
}
