import { ownCompanyId } from '../../odoo/records';
import type { OdooClient } from '../../odoo/client';
import { plainRow, type SkuRow } from '../row';
import type { CandidateProduct, RowsBySku, SkuTable } from '../table';
import {
	findProducts,
	namesDatabaseId,
	readProducts,
	skuExternalId,
	type ProductName,
} from './find-products';
import { readUnits } from './read-units';

/** The rows of a table, wherever it is. */
export interface TableRows {
	rows: RowsBySku;
	/** What the rows name Odoo's products by. */
	productName: ProductName;
	/** Completes "Add it …". */
	whereToAdd: string;
	/** Whether products can have the SKUs as External IDs. */
	externalIds: boolean;
	/** SKUs of the table whose rows were not read, for suggestions. */
	otherSkus?: () => Promise<string[]>;
}

/** How to find a product for a SKU without a row. */
export interface SkuTableOptions {
	fallBackToDefaultCode?: boolean;
	fallBackToBarcode?: boolean;
	/** The company that sells; absent: that of the user. */
	companyId?: number | undefined;
}

/**
 * The rows of some SKUs, with the products that they name as they are in Odoo now.
 *
 * @param skus absent: all SKUs of the rows
 */
export async function readSkuTable(
	odoo: OdooClient,
	{ rows, productName, whereToAdd, externalIds, otherSkus }: TableRows,
	options: SkuTableOptions,
	skus?: string[],
): Promise<SkuTable> {
	const asked = skus ?? [...rows.keys()];
	const relevant = asked.flatMap((sku) => rows.get(sku) ?? []);
	const names = relevant.map(({ product }) => product);
	const [found, units, companyId] = await Promise.all([
		findProducts(odoo, productName, names),
		relevant.some(({ uom }) => uom !== '') ? readUnits(odoo) : [],
		options.companyId ?? ownCompanyId(odoo),
	]);
	const products = new Map<string, CandidateProduct[]>(found);
	const added = new Map<string, SkuRow[]>();
	const lookUp = async (ways: ProductName[], nameOf: (sku: string) => string) => {
		const isOpen = (sku: string) => sku !== '' && !rows.has(sku) && !added.has(sku);
		const missing = asked.filter((sku) => isOpen(sku) && !namesDatabaseId(nameOf(sku)));
		for (const way of ways) {
			for (const [name, more] of await findProducts(odoo, way, missing.map(nameOf))) {
				products.set(name, uniqueProducts([...(products.get(name) ?? []), ...more]));
			}
		}
		for (const sku of missing) {
			if (products.has(nameOf(sku))) added.set(sku, [plainRow(sku, nameOf(sku))]);
		}
		return asked.filter(isOpen);
	};
	if (externalIds) await lookUp(['externalId'], skuExternalId);
	const missing = await lookUp(fallBacks(options), (sku) => sku);
	return {
		rows: added.size === 0 ? rows : new Map([...rows, ...added]),
		products,
		units,
		...(companyId !== undefined && { companyId }),
		whereToAdd,
		similar: await similarProducts(odoo, missing),
		...(otherSkus && missing.length > 0 && { otherSkus: await otherSkus() }),
	};
}

const fallBacks = (options: SkuTableOptions): ProductName[] => [
	...(options.fallBackToDefaultCode ? (['defaultCode'] as const) : []),
	...(options.fallBackToBarcode ? (['barcode'] as const) : []),
];

const uniqueProducts = (products: CandidateProduct[]): CandidateProduct[] => [
	...new Map(products.map((product) => [product.id, product])).values(),
];

/** Suggestions are for people: nobody reads more of them. */
const MAX_SUGGESTED_SKUS = 20;

/** Active products with the SKU as Internal Reference or Barcode, in any case and with or without leading zeros. */
async function similarProducts(odoo: OdooClient, skus: string[]): Promise<CandidateProduct[]> {
	const codes = skus
		.slice(0, MAX_SUGGESTED_SKUS)
		.flatMap((sku) => [sku, sku.toUpperCase(), sku.toLowerCase(), sku.replace(/^0+(?=.)/, '')]);
	const found = await Promise.all([
		readProducts(odoo, 'default_code', codes),
		readProducts(odoo, 'barcode', codes),
	]);
	return uniqueProducts(found.flat().filter((product) => product.active));
}
