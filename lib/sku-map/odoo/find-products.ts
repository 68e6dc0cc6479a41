import type { OdooClient } from '../../odoo/client';
import {
	productsByBarcode,
	productsByDefaultCode,
	productsByExternalId,
	productsById,
	type OdooProduct,
} from './products';

/** What the rows of a table call Odoo's products by. */
export type ProductName = 'defaultCode' | 'barcode' | 'externalId' | 'id';

const DATABASE_ID = /^id:(\d{1,15})$/;

/**
 * The products that names of a table stand for, archived ones included: several where a name is not
 * unique. A name `id:` and a number is a database id, whatever the others are. Names without a product
 * are absent.
 */
export async function findProducts(
	odoo: OdooClient,
	by: ProductName,
	names: Iterable<string>,
): Promise<Map<string, OdooProduct[]>> {
	const unique = [...new Set(names)].filter(Boolean);
	const isId = (name: string) => by === 'id' || DATABASE_ID.test(name);
	const ids = unique.filter(isId);
	const others = unique.filter((name) => !isId(name));
	const [numbered, named] = await Promise.all([byId(odoo, ids), BY[by](odoo, others)]);
	return new Map([...numbered, ...named]);
}

type Found = Map<string, OdooProduct[]>;

async function byId(odoo: OdooClient, names: string[]): Promise<Found> {
	const idOf = (name: string) => Number(DATABASE_ID.exec(name)?.[1] ?? name);
	const ids = names.map(idOf).filter((id) => Number.isSafeInteger(id) && id > 0);
	const products = new Map((await productsById(odoo, ids)).map((one) => [one.id, one]));
	return new Map(
		names.flatMap((name) => {
			const product = products.get(idOf(name));
			return product ? [[name, [product]] as const] : [];
		}),
	);
}

const BY: Record<ProductName, (odoo: OdooClient, names: string[]) => Promise<Found>> = {
	id: byId,
	externalId: async (odoo, names) => {
		// What has no dot is no external id: Odoo would call it a fault.
		const whole = names.filter((name) => /^[^.]+\.[^.]+$/.test(name));
		const products = await productsByExternalId(odoo, whole);
		return new Map([...products].map(([name, product]) => [name, [product]]));
	},
	defaultCode: async (odoo, names) =>
		grouped(await productsByDefaultCode(odoo, names), ({ default_code: code }) => code),
	barcode: async (odoo, names) =>
		grouped(await productsByBarcode(odoo, names), ({ barcode }) => barcode),
};

function grouped(products: OdooProduct[], nameOf: (product: OdooProduct) => string): Found {
	const found: Found = new Map();
	for (const product of products) {
		found.set(nameOf(product), [...(found.get(nameOf(product)) ?? []), product]);
	}
	return found;
}
