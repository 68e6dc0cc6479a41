import { groupBy } from '../../core/collections';
import type { OdooTransport } from '../../odoo/client';
import { findByExternalIds } from '../../odoo/external-ids';
import { idOf, searchRead, textOf, type Domain } from '../../odoo/records';
import type { CandidateProduct } from '../table';

/** What products are named by. */
export type ProductName = 'defaultCode' | 'barcode' | 'externalId' | 'id';

/** Products by name. Several have the same name where it is not unique; names without a product are absent. */
type ProductsByName = Map<string, CandidateProduct[]>;

const DATABASE_ID = /^id:(\d{1,15})$/;

/** Whether a cell of a table is a database id. A SKU comes from outside and never is one. */
export const namesDatabaseId = (name: string): boolean => DATABASE_ID.test(name);

/**
 * Finds the products that cells of a table name, archived ones included. In a cell, `id:` and a number is a
 * database id, whatever the other names are.
 */
export async function findProducts(
	odoo: OdooTransport,
	by: ProductName,
	names: Iterable<string>,
): Promise<ProductsByName> {
	const unique = [...new Set(names)].filter(Boolean);
	const isId = (name: string) => by === 'id' || namesDatabaseId(name);
	const [numbered, named] = await Promise.all([
		productsById(odoo, unique.filter(isId)),
		productsByName(
			odoo,
			by,
			unique.filter((name) => !isId(name)),
		),
	]);
	return new Map([...numbered, ...named]);
}

async function productsById(odoo: OdooTransport, names: string[]): Promise<ProductsByName> {
	const idIn = (name: string) => Number(DATABASE_ID.exec(name)?.[1] ?? name);
	const ids = names.map(idIn);
	const byId = groupBy(await readProducts(odoo, 'id', ids), ({ id }) => String(id));
	return pick(names, (name) => byId.get(String(idIn(name))));
}

async function productsByName(
	odoo: OdooTransport,
	by: ProductName,
	names: string[],
): Promise<ProductsByName> {
	if (by === 'externalId') return await productsByExternalId(odoo, names);
	const field = by === 'barcode' ? 'barcode' : 'default_code';
	return groupBy(await readProducts(odoo, field, names), (product) => product[field]);
}

/** By external id (`module.name`). A template stands for its variant when it has only one. */
async function productsByExternalId(odoo: OdooTransport, names: string[]): Promise<ProductsByName> {
	// Odoo answers a name without a dot with an error.
	const externalIds = names.filter((name) => /^[^.]+\.[^.]+$/.test(name));
	const references = await findByExternalIds(odoo, externalIds);
	const idsOf = (model: string) =>
		[...references.values()].flatMap((one) => (one.model === model ? [one.id] : []));
	const variants = await onlyVariants(odoo, idsOf('product.template'));
	const ids = [...idsOf('product.product'), ...variants.values()];
	const byId = groupBy(await readProducts(odoo, 'id', ids), ({ id }) => String(id));
	return pick(externalIds, (name) => {
		const { model = '', id = 0 } = references.get(name) ?? {};
		const variant = model === 'product.template' ? variants.get(id) : id;
		return model.startsWith('product.') ? byId.get(String(variant)) : undefined;
	});
}

/** Variant by template, for templates with exactly one. */
async function onlyVariants(
	odoo: OdooTransport,
	templates: number[],
): Promise<Map<number, number>> {
	if (templates.length === 0) return new Map();
	const domain: Domain = [['product_tmpl_id', 'in', templates]];
	const options = { archived: true };
	const rows = await searchRead(odoo, 'product.product', domain, ['product_tmpl_id'], options);
	const variants = groupBy(rows, (row) => String(idOf(row.product_tmpl_id)));
	return new Map(
		[...variants].flatMap(([template, [only, ...others]]) =>
			only && others.length === 0 ? [[Number(template), only.id] as const] : [],
		),
	);
}

/** PostgreSQL fails on a number that its integers cannot hold, and with it the look-up of all others. */
const isDatabaseId = (id: number): boolean => Number.isInteger(id) && id > 0 && id < 2 ** 31;

const pick = (
	names: string[],
	productsOf: (name: string) => CandidateProduct[] | undefined,
): ProductsByName =>
	new Map(
		names.flatMap((name) => {
			const products = productsOf(name);
			return products ? [[name, products] as const] : [];
		}),
	);

const FIELDS = 'default_code barcode name active sale_ok type company_id lst_price uom_id'.split(
	' ',
);

/** Products whose field has one of these values, archived ones included, in no particular order. */
export async function readProducts(
	odoo: OdooTransport,
	field: 'id' | 'default_code' | 'barcode',
	values: Array<number | string>,
): Promise<CandidateProduct[]> {
	const possible = field === 'id' ? values.filter((id) => isDatabaseId(Number(id))) : values;
	if (possible.length === 0) return [];
	const domain: Domain = [[field, 'in', [...new Set(possible)]]];
	const rows = await searchRead(odoo, 'product.product', domain, FIELDS, { archived: true });
	return rows.map((row) => {
		const [company, unit] = [idOf(row.company_id), idOf(row.uom_id)];
		return {
			id: row.id,
			default_code: textOf(row.default_code),
			barcode: textOf(row.barcode),
			name: textOf(row.name),
			active: row.active === true,
			sale_ok: row.sale_ok === true,
			...(row.type === 'combo' && { combo: true as const }),
			...(company !== undefined && { company_id: company }),
			list_price: Number(row.lst_price) || 0,
			...(unit !== undefined && { uom_id: unit }),
		};
	});
}

/**
 * The external id of the product of a WeChat SKU: `TEE-RED.M` → `wechat_sku.TEE-RED~2EM`. Odoo refuses a
 * second dot, so every character outside `[A-Za-z0-9_-]` becomes `~` and two hex digits for each of its
 * UTF-8 bytes.
 */
export function skuExternalId(sku: string): string {
	const name = sku.replace(/[^A-Za-z0-9_-]/gu, (character) =>
		[...new TextEncoder().encode(character)]
			.map((byte) => `~${byte.toString(16).toUpperCase().padStart(2, '0')}`)
			.join(''),
	);
	return `wechat_sku.${name}`;
}
