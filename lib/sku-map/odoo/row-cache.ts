import type { SkuRow } from '../row';
import type { OdooClient } from '../../odoo/client';
import { rowsBySku } from '../table';
import { readStoredRows } from './stored-rows';
import { BoundedMap } from '../../core/memoize';

type RowCache = BoundedMap<string, SkuRow[]>;

const MAX_SKUS = 10_000;
let caches = new WeakMap<OdooClient, RowCache>();

/**
 * Rows of some SKUs from the table in Odoo, read together and cached. A SKU without rows is read each
 * time, so that a new row is used at once.
 *
 * @param keepMs 0: no caching
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
 * Empties the cache of all connections, after the table was written. A read that is still running does
 * not fill it again.
 */
export function forgetRows(): void {
	caches = new WeakMap();
}
