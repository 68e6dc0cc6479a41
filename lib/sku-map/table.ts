import { groupBy } from '../core/collections';
import type { SkuRow } from './row';

/** A product variant of Odoo, archived ones included. */
export interface CandidateProduct {
	/** Database id of the `product.product`. */
	id: number;
	/** Internal Reference, empty where there is none. Not unique in Odoo. */
	default_code: string;
	/** Unique in Odoo, empty where there is none. */
	barcode: string;
	name: string;
	active: boolean;
	sale_ok: boolean;
	/** A product of which the buyer chooses the parts (Odoo 18 and later). */
	combo?: true;
	/** Database id of its company; absent: it belongs to all companies. */
	company_id?: number;
	/** Sales price, in major units of any currency: only proportions matter. */
	list_price: number;
	/** Database id of its own unit of measure. */
	uom_id?: number;
}

/** A unit of measure of Odoo's. */
export interface Unit {
	/** Database id of the `uom.uom`. */
	id: number;
	name: string;
	/** Units of one family can be converted into each other. */
	family: number;
	/** How many of the family's base unit it contains, e.g. 12 for a dozen. */
	factor: number;
}

/** Rows by SKU: reading a table once makes every look-up quick. */
export type RowsBySku = ReadonlyMap<string, readonly SkuRow[]>;

/** The table, and the products and units of Odoo that it names. */
export interface SkuTable {
	rows: RowsBySku;
	/** Products by their name in the rows (`SkuRow.product`). */
	products: ReadonlyMap<string, readonly CandidateProduct[]>;
	/** Needed for rows with a unit of measure. */
	units: Unit[];
	/** SKUs of the table whose rows were not read: for suggestions only. */
	otherSkus?: readonly string[];
	/** Products of Odoo whose codes look like unknown SKUs: for suggestions only. */
	similar?: readonly CandidateProduct[];
	/** The company that sells; absent: products of every company can be sold. */
	companyId?: number;
	/** Where a person enters a missing SKU; completes the sentence "Add it …". */
	whereToAdd: string;
}

/** Indexes rows by their SKU. Rows without one are left out. */
export function rowsBySku(rows: Iterable<SkuRow>): Map<string, SkuRow[]> {
	const index = groupBy(rows, ({ sku }) => sku);
	index.delete('');
	return index;
}

/** The name of a product in messages. */
export const productLabel = ({ default_code, name }: CandidateProduct): string =>
	default_code ? `[${default_code}] ${name}` : name;

/** The unit of that name in the family of a product's own unit; undefined where there is none, or more than one. */
export function unitOf(name: string, ownId: number | undefined, units: Unit[]): Unit | undefined {
	const own = units.find(({ id }) => id === ownId);
	const fitting = units.filter((unit) => unit.name === name && unit.family === own?.family);
	return fitting.length === 1 ? fitting[0] : undefined;
}

/**
 * Converts a quantity in a named unit to the product's own unit.
 *
 * @param ownId the product's own unit
 * @returns undefined where the product's family has no unit of that name, or more than one
 */
export function inOwnUnit(
	quantity: number,
	name: string,
	ownId: number | undefined,
	units: Unit[],
): number | undefined {
	if (name === '') return quantity;
	const own = units.find(({ id }) => id === ownId);
	const named = unitOf(name, ownId, units);
	if (!own || !named) return undefined;
	const converted = (quantity * named.factor) / own.factor;
	// Odoo stores factors as floats: 1/12 is not exact.
	const whole = Math.round(converted);
	return Math.abs(converted - whole) < 1e-6 ? whole : converted;
}
