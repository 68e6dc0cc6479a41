import type { OdooClient } from '../../odoo/client';
import { productsByBarcode, productsByDefaultCode, type OdooProduct } from './products';

/** Suggestions are for people: nobody reads more of them. */
const MOST_SKUS = 20;

/** Active products whose Internal Reference or Barcode is, but for its case or leading zeros, such a SKU. */
export async function similarProducts(odoo: OdooClient, skus: string[]): Promise<OdooProduct[]> {
	const codes = skus
		.slice(0, MOST_SKUS)
		.flatMap((sku) => [sku, sku.toUpperCase(), sku.toLowerCase(), sku.replace(/^0+(?=.)/, '')]);
	const found = await Promise.all([
		productsByDefaultCode(odoo, codes),
		productsByBarcode(odoo, codes),
	]);
	const active = found.flat().filter((product) => product.active);
	return [...new Map(active.map((product) => [product.id, product])).values()];
}
