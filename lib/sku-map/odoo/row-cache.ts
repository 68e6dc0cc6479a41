import type { SkuRow } from '../row';
import type { OdooClient } from '../../odoo/client';
import { rowsBySku } from '../table';
import { searchRead, textOf } from '../../odoo/records';
import { SKU_MODEL } from './sku-model';
import { readStoredRows } from './stored-rows';

interface Kept {
	rows: SkuRow[];
	since: number;
}

let kept = new WeakMap<OdooClient, Map<string, Kept>>();

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
	const cache = kept.get(odoo) ?? new Map<string, Kept>();
	kept.set(odoo, cache);
	for (const [sku, { since }] of cache) if (now - since >= keepMs) cache.delete(sku);
	const missing = skus.filter((sku) => sku !== '' && !cache.has(sku));
	const found = missing.length > 0 ? await readStoredRows(odoo, [['x_name', 'in', missing]]) : [];
	const fresh = rowsBySku(found.map(({ row }) => row));
	for (const [sku, rows] of fresh) cache.set(sku, { rows, since: now });
	return new Map(
		skus.flatMap((sku) => {
			const rows = cache.get(sku)?.rows;
			return rows ? [[sku, rows] as const] : [];
		}),
	);
}

/**
 * To be called by whoever has written to the table: this process then reads it anew, through whichever
 * credential. A read that is still under way keeps what it finds to itself.
 */
export function forgetRows(): void {
	kept = new WeakMap();
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
