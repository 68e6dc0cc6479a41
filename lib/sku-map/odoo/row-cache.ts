import { BoundedMap } from '../../core/bounded-map';
import type { SkuRow } from '../row';
import type { OdooClient } from '../../odoo/client';
import { rowsBySku } from '../table';
import { searchRead, textOf } from '../../odoo/records';
import { SKU_MODEL } from './sku-model';
import { readStoredRows } from './stored-rows';

type RowCache = BoundedMap<string, SkuRow[]>;

const MAX_SKUS = 10_000;
let caches = new WeakMap<OdooClient, RowCache>();

/**
 * Rows of some SKUs from the table in Odoo, one call for all of them. Found ones are kept for a time;
 * a SKU that the table lacks is asked for each time, so that a new row counts at once.
 *
 * @param keepMs 0: ask each time
 * @param now milliseconds
 */
export async function rowsOfSkus(
	odoo: OdooClient,
	skus: string[],
	keepMs: number,
	now: number,
): Promise<Map<string, SkuRow[]>> {
	const cache: RowCache = caches.get(odoo) ?? new BoundedMap(MAX_SKUS);
	caches.set(odoo, cache);
	const rows = new Map<string, SkuRow[]>();
	const missing: string[] = [];
	for (const sku of skus) {
		const known = cache.get(sku, now, keepMs);
		if (known) rows.set(sku, known);
		else if (sku !== '') missing.push(sku);
	}
	const found = missing.length > 0 ? await readStoredRows(odoo, [['x_name', 'in', missing]]) : [];
	for (const [sku, read] of rowsBySku(found.map(({ row }) => row))) {
		cache.set(sku, read, now);
		rows.set(sku, read);
	}
	return rows;
}

/**
 * To be called by whoever has written to the table: this process then reads it anew, through whichever
 * credential. A read that is still under way keeps what it finds to itself.
 */
export function forgetRows(): void {
	caches = new WeakMap();
}

/** More than a person would look through. */
const MOST_SUGGESTED = 5_000;

/** SKUs of the table, the newest first, to find the one that may have been meant. */
export async function someSkus(odoo: OdooClient): Promise<string[]> {
	const rows = await searchRead(odoo, SKU_MODEL.model, [], ['x_name'], {
		order: 'id desc',
		limit: MOST_SUGGESTED,
	});
	return [...new Set(rows.map((row) => textOf(row.x_name)))];
}
