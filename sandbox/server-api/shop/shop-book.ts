import type { AfterSale } from './after-sale';
import { nextFlow, type FundsFlow } from './funds-flow';
import type { ShopOrder } from './order';
import type { FoundSku, ShopProduct, StockChange } from './product';
import type { ShopRecipient } from './sale';
import type { ShopEvent } from './shop-event';

/** What WeChat knows of an order and `order/get` does not tell. */
export interface OrderSecrets {
	recipient: ShopRecipient;
	/** Not to be shipped. */
	risk: boolean;
	/** Its recipient was decoded, which counts once. */
	decoded?: boolean;
	/** The one correction of its waybills is used up. */
	waybillChanged?: boolean;
}

/** The WeChat Shop: what it sells, and what was bought. */
export class ShopBook {
	readonly products: ShopProduct[] = [];
	/** The oldest first. */
	readonly orders: ShopOrder[] = [];
	/** The oldest first. */
	readonly afterSales: AfterSale[] = [];
	/** The shop's money, the oldest first. */
	readonly flows: FundsFlow[] = [];
	/** By `order_id`. */
	readonly secrets = new Map<string, OrderSecrets>();
	/** Every change of stock, the oldest first. */
	readonly changes: StockChange[] = [];
	/** Told of each event in its turn, at once. */
	readonly listeners: ((event: ShopEvent) => void)[] = [];

	/** An event of an order, for everybody who listens. @param fields beside `order_id` */
	announce(event: string, order: ShopOrder, fields: Record<string, unknown> = {}): void {
		const body = { order_id: order.order_id, ...fields };
		this.tell({ event, openid: order.openid, key: 'order_info', body });
	}

	tell(event: ShopEvent): void {
		for (const listener of this.listeners) listener(event);
	}

	/** Money comes, or goes with less than 0. Nothing flows for 0. */
	flow(
		type: number,
		signed: number,
		order_id: string,
		{ now }: { now(): number },
		more: { aftersale_id?: string } = {},
	): void {
		if (signed === 0) return;
		this.flows.push(nextFlow(this.flows, type, signed, { order_id, ...more }, now()));
	}

	/** @throws Error for an unknown one */
	knownOrder(id: string): ShopOrder {
		const order = this.orders.find(({ order_id }) => order_id === id);
		if (!order) throw new Error(`There is no order_id ${id}`);
		return order;
	}

	/** @throws Error when one of the ids is taken */
	add(product: ShopProduct): void {
		const taken = product.skus.find(({ sku_id }) => this.sku(sku_id));
		if (taken) throw new Error(`sku_id ${taken.sku_id} is already taken`);
		if (this.product(product.product_id)) {
			throw new Error(`product_id ${product.product_id} is already taken`);
		}
		this.products.push(product);
	}

	product(id: string): ShopProduct | undefined {
		return this.products.find(({ product_id }) => product_id === id);
	}

	sku(id: string): FoundSku | undefined {
		for (const product of this.products) {
			const sku = product.skus.find(({ sku_id }) => sku_id === id);
			if (sku) return { product, sku };
		}
		return undefined;
	}

	/** Writes it down, too. */
	setStock({ product, sku }: FoundSku, to: number, by: StockChange['by'], atMs: number): void {
		this.changes.push({
			at: new Date(atMs).toISOString(),
			product_id: product.product_id,
			sku_id: sku.sku_id,
			by,
			from: sku.stock_num,
			to,
		});
		sku.stock_num = to;
	}
}
