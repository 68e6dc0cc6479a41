import { skuExternalId } from '../external-id';
import { plainRow, type SkuRow } from '../row';
import type { CandidateProduct, RowsBySku, SkuTable } from '../table';
import type { OdooClient } from '../../odoo/client';
import { findProducts, type ProductName } from './find-products';
import { ownCompany } from './own-company';
import { readUnits } from './read-units';
import { similarProducts } from './similar-products';

/** The rows of a table, wherever they are kept. */
export interface TableRows {
	rows: RowsBySku;
	/** What they call Odoo's products by. */
	productName: ProductName;
	/** Completes "Add it …". */
	whereToAdd: string;
	/** SKUs without a row may stand on the products, as External IDs. */
	externalIds: boolean;
	/** SKUs of the table whose rows are not among these, asked for where one is to be suggested. */
	otherSkus?: () => Promise<string[]>;
}

/** What a SKU without a row may mean all the same. */
export interface SkuTableOptions {
	fallBackToDefaultCode?: boolean;
	fallBackToBarcode?: boolean;
	/** The company that sells; absent: that of the user. */
	companyId?: number | undefined;
}

/**
 * What a table says of some SKUs, with the products that it names as they are in Odoo at this moment.
 *
 * @param skus absent: all that the rows tell of
 */
export async function readSkuTable(
	odoo: OdooClient,
	{ rows, productName, whereToAdd, externalIds, otherSkus }: TableRows,
	options: SkuTableOptions,
	skus?: string[],
): Promise<SkuTable> {
	const asked = skus ?? [...rows.keys()];
	const relevant = asked.flatMap((sku) => rows.get(sku) ?? []);
	const [found, units, companyId] = await Promise.all([
		findProducts(
			odoo,
			productName,
			relevant.map(({ product }) => product),
		),
		relevant.some(({ uom }) => uom !== '') ? readUnits(odoo) : [],
		options.companyId ?? ownCompany(odoo),
	]);
	const products = new Map<string, CandidateProduct[]>(found);
	const added = new Map<string, SkuRow[]>();
	const lookUp = async (ways: ProductName[], nameOf: (sku: string) => string) => {
		const missing = asked.filter((sku) => sku !== '' && !rows.has(sku) && !added.has(sku));
		for (const way of ways) {
			for (const [name, more] of await findProducts(odoo, way, missing.map(nameOf))) {
				products.set(name, onlyOnce([...(products.get(name) ?? []), ...more]));
			}
		}
		for (const sku of missing) {
			if (products.has(nameOf(sku))) added.set(sku, [plainRow(sku, nameOf(sku))]);
		}
		return missing.filter((sku) => !added.has(sku));
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

const onlyOnce = (products: CandidateProduct[]): CandidateProduct[] => [
	...new Map(products.map((product) => [product.id, product])).values(),
];
