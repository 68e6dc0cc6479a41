import type { ShopControls } from '../server-api/shop/controls';

/** What the sample brand sells: price in fen, stock in units. */
export const SAMPLE_GOODS = [
	{ sku: 'TEE-RED-M', name: 'Red tee, M', fen: 9900, stock: 40 },
	{ sku: 'TEE-RED-L', name: 'Red tee, L', fen: 9900, stock: 25 },
	{ sku: 'CAP-BLK', name: 'Black cap', fen: 5000, stock: 12 },
	{ sku: 'MUG.01', name: 'Mug with a dot in its SKU', fen: 3550, stock: 3 },
];

/** Adds goods to the shop, one product each. @throws Error when one of them exists already */
export function fillShelf(shop: ShopControls, goods = SAMPLE_GOODS): void {
	for (const { sku, name, fen, stock } of goods) {
		const only = { out_sku_id: sku, sku_code: sku, sale_price: fen, stock_num: stock };
		shop.addProduct({ title: name, out_product_id: sku, skus: [only] });
	}
}
