import type { ProductToSeed } from '../services/odoo-seed';

/** A product of the rehearsal, its price in fen. */
export interface RehearsalProduct {
	sku: string;
	name: string;
	price_fen: number;
}

const HOT: RehearsalProduct = {
	sku: 'REHEARSAL-HOT',
	name: 'Rehearsal: the influencer’s pick',
	price_fen: 19_900,
};

/** The hot product and what else is bought: SKUs of their own, so that no real product is touched. */
export function rehearsalProducts(count: number): [RehearsalProduct, ...RehearsalProduct[]] {
	const others = Array.from({ length: Math.max(0, count - 1) }, (_, index) => ({
		sku: `REHEARSAL-${index + 1}`,
		name: `Rehearsal: product ${index + 1}`,
		price_fen: 4_900 + index * 1_050,
	}));
	return [HOT, ...others];
}

/** The products as Odoo gets them, each with the stock that `units` returns for its SKU. */
export const productsToSeed = (
	products: RehearsalProduct[],
	units: (sku: string) => number,
): ProductToSeed[] =>
	products.map(({ sku, name, price_fen }) => ({
		sku,
		name,
		price: (price_fen / 100).toFixed(2),
		stock: units(sku),
	}));
