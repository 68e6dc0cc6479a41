import type { ShopOrder } from './order';
import type { FoundSku, ShopProduct, StockChange } from './product';

/** The WeChat Shop: what it sells, and what was bought. */
export class ShopBook {
	readonly products: ShopProduct[] = [];
	/** The oldest first. */
	readonly orders: ShopOrder[] = [];
	/** Every change of stock, the oldest first. */
	readonly changes: StockChange[] = [];

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
