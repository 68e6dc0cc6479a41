import type { OdooClient } from '../odoo/client';
import { findProducts, skuExternalId } from '../sku-map/odoo/find-products';
import type { CandidateProduct } from '../sku-map/table';

/** How a product is named. `sku`: by the external id that carries a WeChat SKU. */
export type ProductNaming = 'sku' | 'defaultCode' | 'id';

/** What one name stands for in Odoo. A name that stands for several products is no name. */
export type NamedProduct =
	| { productId: number }
	| { reason: 'unknown' | 'ambiguous'; message: string };

/** Looks all names up, each distinct one once. */
export async function productsNamed(
	odoo: OdooClient,
	naming: ProductNaming,
	names: string[],
): Promise<Map<string, NamedProduct>> {
	const distinct = [...new Set(names)];
	const keyOf = naming === 'sku' ? skuExternalId : (name: string) => name;
	const by = naming === 'sku' ? 'externalId' : naming;
	const found = await findProducts(odoo, by, distinct.map(keyOf));
	return new Map(distinct.map((name) => [name, judge(naming, name, found.get(keyOf(name)) ?? [])]));
}

const KINDS: Record<ProductNaming, string> = {
	sku: 'WeChat SKU',
	defaultCode: 'Internal Reference',
	id: 'product ID',
};

function judge(naming: ProductNaming, name: string, found: CandidateProduct[]): NamedProduct {
	// A reference may live on in archived products: the active one is meant.
	const active = found.filter((product) => product.active);
	const [only, ...others] = active.length > 0 ? active : found;
	if (!only) {
		const message = `Odoo has no product of ${KINDS[naming]} "${name}" that the user may see.`;
		return { reason: 'unknown', message };
	}
	if (others.length === 0) return { productId: only.id };
	const message = `${KINDS[naming]} "${name}" is on ${others.length + 1} products: give it to one.`;
	return { reason: 'ambiguous', message };
}
