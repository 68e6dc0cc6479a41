import type { OdooClient } from '../odoo/client';
import { findProducts, skuExternalId } from '../sku-map/odoo/find-products';
import type { CandidateProduct } from '../sku-map/table';

/** How products are named. `sku`: by the external id with a WeChat SKU. */
export type ProductNaming = 'sku' | 'defaultCode' | 'id';

/** The product of a name, or why there is not exactly one. */
export type NamedProduct =
	| { productId: number }
	| { reason: 'unknown' | 'ambiguous'; message: string };

/** Finds the products of names, each distinct name once. */
export async function productsNamed(
	odoo: OdooClient,
	naming: ProductNaming,
	names: string[],
): Promise<Map<string, NamedProduct>> {
	const distinct = [...new Set(names)];
	const keyOf = naming === 'sku' ? skuExternalId : (name: string) => name;
	const by = naming === 'sku' ? 'externalId' : naming;
	const found = await findProducts(odoo, by, distinct.map(keyOf));
	return new Map(
		distinct.map((name) => [name, chooseProduct(naming, name, found.get(keyOf(name)) ?? [])]),
	);
}

const KINDS: Record<ProductNaming, string> = {
	sku: 'WeChat SKU',
	defaultCode: 'Internal Reference',
	id: 'product ID',
};

function chooseProduct(
	naming: ProductNaming,
	name: string,
	found: CandidateProduct[],
): NamedProduct {
	// A reference may also be on archived products: the active one is meant.
	const active = found.filter((product) => product.active);
	const [only, ...others] = active.length > 0 ? active : found;
	if (!only) {
		const message = `Odoo has no product with ${KINDS[naming]} "${name}" that the user may see.`;
		return { reason: 'unknown', message };
	}
	if (others.length === 0) return { productId: only.id };
	const message = `${KINDS[naming]} "${name}" is on ${others.length + 1} products: give it to one.`;
	return { reason: 'ambiguous', message };
}
