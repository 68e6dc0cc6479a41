import { findByExternalIds, type Reference } from './external-ids';
import { idOf, searchRead, textOf, type Domain } from './records';
import type { OdooTransport } from './transport/transport';

/** A product variant, archived ones included. */
export interface OdooProduct {
	id: number;
	/** Internal reference, empty when there is none. Not unique in Odoo. */
	default_code: string;
	name: string;
	active: boolean;
	sale_ok: boolean;
}

/** Products by database id, in no particular order; ids without a product are left out. */
export async function productsById(odoo: OdooTransport, ids: number[]): Promise<OdooProduct[]> {
	return await readProducts(odoo, 'id', ids);
}

/** Products by internal reference. One reference may bring several products: never pick one. */
export async function productsByDefaultCode(
	odoo: OdooTransport,
	codes: string[],
): Promise<OdooProduct[]> {
	return await readProducts(odoo, 'default_code', codes);
}

/**
 * Products by external id (`module.name`). A template is taken for its variant when it has only
 * one. External ids without a product are absent from the result.
 */
export async function productsByExternalId(
	odoo: OdooTransport,
	externalIds: string[],
): Promise<Map<string, OdooProduct>> {
	const references = [...(await findByExternalIds(odoo, externalIds))];
	const variants = await onlyVariants(odoo, references);
	const productOf = ({ model, id }: Reference) =>
		model === 'product.product' ? id : model === 'product.template' ? variants.get(id) : undefined;
	const wanted = references.map(([, reference]) => productOf(reference));
	const found = await productsById(
		odoo,
		wanted.filter((id) => id !== undefined),
	);
	const products = new Map(found.map((product) => [product.id, product]));
	return new Map(
		references.flatMap(([externalId], index) => {
			const product = products.get(wanted[index] ?? 0);
			return product ? [[externalId, product] as const] : [];
		}),
	);
}

async function readProducts(
	odoo: OdooTransport,
	field: 'id' | 'default_code',
	values: Array<number | string>,
): Promise<OdooProduct[]> {
	if (values.length === 0) return [];
	const fields = ['default_code', 'name', 'active', 'sale_ok'];
	const domain: Domain = [[field, 'in', [...new Set(values)]]];
	const rows = await searchRead(odoo, 'product.product', domain, fields, { archived: true });
	return rows.map((row) => ({
		id: row.id,
		default_code: textOf(row.default_code),
		name: textOf(row.name),
		active: row.active === true,
		sale_ok: row.sale_ok === true,
	}));
}

/** Variant by template, for the templates that have just one. */
async function onlyVariants(
	odoo: OdooTransport,
	references: Array<[string, Reference]>,
): Promise<Map<number, number>> {
	const templates = references.flatMap(([, { model, id }]) =>
		model === 'product.template' ? [id] : [],
	);
	if (templates.length === 0) return new Map();
	const domain: Domain = [['product_tmpl_id', 'in', templates]];
	const rows = await searchRead(odoo, 'product.product', domain, ['product_tmpl_id'], {
		archived: true,
	});
	const variantsOf = new Map<number, number[]>();
	for (const row of rows) {
		const template = idOf(row.product_tmpl_id) ?? 0;
		variantsOf.set(template, [...(variantsOf.get(template) ?? []), row.id]);
	}
	return new Map(
		[...variantsOf].flatMap(([template, [only, ...others]]) =>
			only !== undefined && others.length === 0 ? [[template, only] as const] : [],
		),
	);
}
