import type { OdooClient } from '../../lib/odoo/client';
import { productsByDefaultCode, productsByExternalId, productsById } from '../../lib/odoo/products';
import { skuExternalId } from '../../lib/sku-map/external-id';
import { tableFromRows, type TableEntry, type TableRow } from '../../lib/sku-map/table';

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

/** Reads what the table says of these SKUs, and the products it names, from Odoo. */
export async function readTable(
	client: OdooClient,
	source: TableSource,
	skus: string[],
): Promise<Table> {
	const entries =
		source.kind === 'odoo'
			? await fromExternalIds(client, skus)
			: await fromRows(client, source, skus);
	const missing = skus.filter((sku) => !entries.has(sku));
	if (source.fallBackToDefaultCode && missing.length > 0) {
		for (const [sku, candidates] of await productsByDefaultCode(client, missing)) {
			if (candidates.length > 0) entries.set(sku, { rows: 1, product: sku, candidates });
		}
	}
	return {
		entries,
		whereToAdd:
			source.kind === 'odoo'
				? 'in Odoo as the product\'s External ID, "wechat_sku." followed by the SKU (Sales → Products → Product Variants, select it, Action → Export or Import)'
				: 'in the rows of this node',
	};
}

async function fromExternalIds(
	client: OdooClient,
	skus: string[],
): Promise<Map<string, TableEntry>> {
	const found = await productsByExternalId(client, skus.map(skuExternalId));
	return new Map(
		skus.flatMap((sku) => {
			const product = skuExternalId(sku);
			const candidates = found.get(product) ?? [];
			return candidates.length > 0 ? [[sku, { rows: 1, product, candidates }]] : [];
		}),
	);
}

async function fromRows(
	client: OdooClient,
	{ rows, matchBy }: TableSource,
	skus: string[],
): Promise<Map<string, TableEntry>> {
	const wanted = rows.filter((row) => skus.includes(row.sku.trim()));
	const names = [...new Set(wanted.map((row) => row.product.trim()))].filter(Boolean);
	const lookUp = {
		defaultCode: productsByDefaultCode,
		externalId: productsByExternalId,
		id: productsById,
	}[matchBy];
	return tableFromRows(wanted, await lookUp(client, names));
}
