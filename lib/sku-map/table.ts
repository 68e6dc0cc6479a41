/** A product of Odoo that a row of the table may mean. */
export interface CandidateProduct {
	/** Database id of the `product.product`. */
	id: number;
	default_code: string;
	name: string;
	active: boolean;
	sale_ok: boolean;
}

/** A row as a person writes it: WeChat's SKU, and what names the product in Odoo. */
export interface TableRow {
	sku: string;
	product: string;
}

/** What the table says of one SKU. `rows` is 0 for a SKU nobody has entered. */
export interface TableEntry {
	rows: number;
	/** What the row names, to tell a person which product was not found. */
	product: string;
	/** Archived ones included, so that the reason can be told. */
	candidates: CandidateProduct[];
}

/**
 * Joins rows with what Odoo found for the products they name. Spaces around a SKU or a product
 * are a spreadsheet's scars and do not count; upper and lower case do.
 *
 * @param found products by what the rows call them
 */
export function tableFromRows(
	rows: TableRow[],
	found: Map<string, CandidateProduct[]>,
): Map<string, TableEntry> {
	const table = new Map<string, TableEntry>();
	for (const row of rows) {
		const sku = row.sku.trim();
		const product = row.product.trim();
		const known = table.get(sku);
		if (known) {
			known.rows += 1;
			continue;
		}
		table.set(sku, { rows: 1, product, candidates: found.get(product) ?? [] });
	}
	return table;
}
