import type { OdooClient } from '../../lib/odoo/client';
import { productsByDefaultCode, productsByExternalId, productsById } from '../../lib/odoo/products';
import { skuExternalId } from '../../lib/sku-map/external-id';
import {
	tableFromRows,
	type CandidateProduct,
	type TableEntry,
	type TableRow,
} from '../../lib/sku-map/table';

/** Where the table is, as chosen in the node. */
export interface TableSource {
	kind: 'odoo' | 'inline';
	rows: TableRow[];
	matchBy: 'defaultCode' | 'externalId' | 'id';
	fallBackToDefaultCode: boolean;
}

export interface Table {
	entries: Map<string, TableEntry>;
	/** Where a person adds a missing SKU; completes the sentence "Add it …". */
	whereToAdd: string;
}

type Found = Map<string, CandidateProduct[]>;

const IN_ODOO =
	'in Odoo as an External ID of the product: "wechat_sku." followed by the SKU (Sales → Products → Product Variants, then import a file with the column External ID)';

/** Reads what the table says of these SKUs, and the products it names, from Odoo. */
export async function readTable(
	client: OdooClient,
	source: TableSource,
	skus: string[],
): Promise<Table> {
	const inOdoo = source.kind === 'odoo';
	const rows = inOdoo
		? skus.map((sku) => ({ sku, product: skuExternalId(sku) }))
		: source.rows.filter((row) => skus.includes(row.sku.trim()));
	const names = [...new Set(rows.map((row) => row.product.trim()))].filter(Boolean);
	const found = await lookUp[inOdoo ? 'externalId' : source.matchBy](client, names);
	// In Odoo the external id is the row: without a product there is none.
	const entries = tableFromRows(
		inOdoo ? rows.filter(({ product }) => found.has(product)) : rows,
		found,
	);
	if (source.fallBackToDefaultCode) await fallBack(client, skus, entries);
	return { entries, whereToAdd: inOdoo ? IN_ODOO : 'in the rows of this node' };
}

const lookUp = {
	async externalId(client: OdooClient, names: string[]): Promise<Found> {
		const products = await productsByExternalId(client, names);
		return new Map([...products].map(([name, product]) => [name, [product]]));
	},
	async defaultCode(client: OdooClient, names: string[]): Promise<Found> {
		const products = await productsByDefaultCode(client, names);
		return new Map(
			names.map((name) => [name, products.filter((product) => product.default_code === name)]),
		);
	},
	async id(client: OdooClient, names: string[]): Promise<Found> {
		const products = await productsById(client, names.map(Number).filter(Number.isSafeInteger));
		return new Map(
			names.map((name) => [name, products.filter((product) => product.id === Number(name))]),
		);
	},
};

async function fallBack(
	client: OdooClient,
	skus: string[],
	entries: Map<string, TableEntry>,
): Promise<void> {
	const missing = skus.filter((sku) => !entries.has(sku));
	for (const [sku, candidates] of await lookUp.defaultCode(client, missing)) {
		if (candidates.length > 0) entries.set(sku, { rows: 1, product: sku, candidates });
	}
}
