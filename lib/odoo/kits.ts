import type { OdooClient } from './client';
import { searchRead, type Domain } from './records';

/** Kits are products that Odoo sells as their components (bill of materials of the type Kit). */
const ARE_KITS: Domain = [['bom_ids.type', '=', 'phantom']];

/** Whether this database has bills of materials at all. */
const hasKits = async (odoo: OdooClient): Promise<boolean> =>
	(await odoo.fields('product.product')).has('bom_ids');

/** Database ids of the kits among products. @param productIds absent: all kits that are not archived */
export async function kitsAmong(odoo: OdooClient, productIds?: number[]): Promise<Set<number>> {
	if (!(await hasKits(odoo)) || productIds?.length === 0) return new Set();
	const domain: Domain = productIds ? [['id', 'in', productIds], ...ARE_KITS] : ARE_KITS;
	const rows = await searchRead(odoo, 'product.product', domain, ['id']);
	return new Set(rows.map(({ id }) => id));
}

/** Database ids of products and of all kits that contain them, also as components of other kits. */
export async function withTheirKits(odoo: OdooClient, productIds: number[]): Promise<number[]> {
	const all = new Set(productIds);
	if (!(await hasKits(odoo))) return productIds;
	for (let added = productIds; added.length > 0; ) {
		const containing: Domain = [...ARE_KITS, ['bom_ids.bom_line_ids.product_id', 'in', added]];
		const rows = await searchRead(odoo, 'product.product', containing, ['id']);
		added = rows.map(({ id }) => id).filter((id) => !all.has(id));
		for (const id of added) all.add(id);
	}
	return [...all];
}

/** Database ids of the components of kits, also of kits among their components. */
export async function componentsOf(odoo: OdooClient, kitIds: number[]): Promise<number[]> {
	const all = new Set<number>();
	for (let added = kitIds; added.length > 0; ) {
		const contained: Domain = [
			['bom_line_ids.bom_id.type', '=', 'phantom'],
			['bom_line_ids.bom_id.product_tmpl_id.product_variant_ids', 'in', added],
		];
		const rows = await searchRead(odoo, 'product.product', contained, ['id']);
		added = rows.map(({ id }) => id).filter((id) => !all.has(id));
		for (const id of added) all.add(id);
	}
	return [...all];
}

/**
 * Whether Odoo keeps stock of a product: a storable one, or a kit of such. Services and untracked goods are
 * always available.
 *
 * @param row with the field of `storableField`
 */
export const keepsStock = (
	row: { id: number } & Record<string, unknown>,
	kits: ReadonlySet<number>,
): boolean => row.is_storable === true || row.type === 'product' || kits.has(row.id);

/** The field of a product that says whether it is storable: Odoo 18 split it from the type. */
export const storableField = async (odoo: OdooClient): Promise<'is_storable' | 'type'> =>
	(await odoo.fields('product.product')).has('is_storable') ? 'is_storable' : 'type';
