import { findByExternalIds, type Reference } from '../../odoo/external-ids';
import { idOf, searchRead, textOf, type Domain } from '../../odoo/records';
import type { OdooTransport } from '../../odoo/client';

/** A product variant, archived ones included. */
export interface OdooProduct {
	id: number;
	/** Internal reference, empty when there is none. Not unique in Odoo. */
	default_code: string;
	/** Unique in Odoo, empty when there is none. */
	barcode: string;
	name: string;
	active: boolean;
	sale_ok: boolean;
	/** The one company that it belongs to; absent: all. */
	company_id?: number;
	/** Sales price of the variant, in the company's currency. */
	list_price: number;
	/** Its own unit of measure. */
	uom_id?: number;
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

/** Products by barcode. */
export async function productsByBarcode(
	odoo: OdooTransport,
	barcodes: string[],
): Promise<OdooProduct[]> {
	return await readProducts(odoo, 'barcode', barcodes);
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

const FIELDS = [
	'default_code',
	'barcode',
	'name',
	'active',
	'sale_ok',
	'company_id',
	'lst_price',
	'uom_id',
];

async function readProducts(
	odoo: OdooTransport,
	field: 'id' | 'default_code' | 'barcode',
	values: Array<number | string>,
): Promise<OdooProduct[]> {
	if (values.length === 0) return [];
	const domain: Domain = [[field, 'in', [...new Set(values)]]];
	const rows = await searchRead(odoo, 'product.product', domain, FIELDS, { archived: true });
	return rows.map((row) => {
		const company = idOf(row.company_id);
		const unit = idOf(row.uom_id);
		return {
			id: row.id,
			default_code: textOf(row.default_code),
			barcode: textOf(row.barcode),
			name: textOf(row.name),
			active: row.active === true,
			sale_ok: row.sale_ok === true,
			...(company !== undefined && { company_id: company }),
			list_price: Number(row.lst_price) || 0,
			...(unit !== undefined && { uom_id: unit }),
		};
	});
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
