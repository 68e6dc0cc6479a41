import type { SkuRow } from './row';
import type { Unit } from './units';
import { groupBy } from '../core/collections';

/** A product of Odoo that a row of the table may mean. */
export interface CandidateProduct {
	/** Database id of the `product.product`. */
	id: number;
	default_code: string;
	barcode: string;
	name: string;
	active: boolean;
	sale_ok: boolean;
	/** Database id of the one company that it belongs to; absent: all of them. */
	company_id?: number;
	/** Sales price, in major units of whichever currency: only proportions are taken from it. */
	list_price: number;
	/** Database id of its own unit of measure. */
	uom_id?: number;
}

/** Rows by SKU: reading a table once makes every look-up quick. */
export type RowsBySku = ReadonlyMap<string, readonly SkuRow[]>;

/** The table and all that Odoo knows of what stands in it. */
export interface SkuTable {
	rows: RowsBySku;
	/** Products by what the rows call them (`SkuRow.product`), archived ones included. */
	products: ReadonlyMap<string, readonly CandidateProduct[]>;
	/** Needed for rows with a unit of measure. */
	units: Unit[];
	/** SKUs of the table whose rows were not read, since nobody asked for them: suggestions, no more. */
	otherSkus?: readonly string[];
	/** Products of Odoo whose codes look like SKUs that were asked for: suggestions, no more. */
	similar?: readonly CandidateProduct[];
	/** The company that sells; absent: products of every company will do. */
	companyId?: number;
	/** Where a person enters a missing SKU; completes the sentence "Add it …". */
	whereToAdd: string;
}

/** Indexes rows by their SKU. Rows without one are left out: they can mean nothing. */
export function rowsBySku(rows: Iterable<SkuRow>): Map<string, SkuRow[]> {
	const index = groupBy(rows, ({ sku }) => sku);
	index.delete('');
	return index;
}

/** How a message names a product. */
export const productLabel = ({ default_code, name }: CandidateProduct): string =>
	default_code ? `[${default_code}] ${name}` : name;
