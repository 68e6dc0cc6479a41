import { createHash } from 'node:crypto';

import { groupBy, batches } from '../../core/collections';
import type { ImportPlan, PlannedRow } from '../import/plan-import';
import { rowKey, setKey, type SkuRow } from '../row';
import { unitOf, type CandidateProduct, type SkuTable, type Unit } from '../table';
import type { OdooClient } from '../../odoo/client';
import { CREATE_ONLY, loadRecords } from '../../odoo/load';
import { searchRead, type Domain, toOdooTime } from '../../odoo/records';
import { SKU_FIELDS, SKU_MODEL_NAME } from './stored-rows';

/** Rows in one call, so that Odoo finishes before the timeout of the connection. */
const AT_ONCE = 200;

/** Columns of `load` for rows of the table, after the column of the id: records of others by database id. */
const COLUMNS = SKU_FIELDS.map((field) =>
	field === 'x_product_id' || field === 'x_uom_id' ? `${field}/.id` : field,
);

/** How `load` reads times. */
const IN_UTC = { tz: 'UTC', lang: false };

/**
 * Executes a plan: creates rows by external id, updates rows by database id, then deletes obsolete rows.
 * Rows of one set are written in one call.
 *
 * @param attempt from 1. The external id may belong to a row whose SKU a person has changed since: that
 * row is left alone, and the next attempt uses another id
 * @returns Odoo's messages about the rows that it refused, by row number
 */
export async function writeRows(
	odoo: OdooClient,
	plan: ImportPlan,
	table: Pick<SkuTable, 'products' | 'units'>,
	attempt: number,
): Promise<Map<number, string>> {
	const created = await load(odoo, plan, 'create', 'id', CREATE_ONLY, table, ({ row }) =>
		rowExternalId(rowKey(row), attempt),
	);
	const updated = await load(odoo, plan, 'update', '.id', {}, table, ({ ids }) => String(ids[0]));
	await removeRows(
		odoo,
		plan.obsolete.map(({ id }) => id),
	);
	return new Map([...created, ...updated]);
}

/** Deletes rows by database id. Rows that no longer exist are no error. */
export async function removeRows(odoo: OdooClient, ids: number[]): Promise<void> {
	for (const some of batches(ids, AT_ONCE)) {
		const domain: Domain = [['id', 'in', some]];
		const there = (await searchRead(odoo, SKU_MODEL_NAME, domain, ['id'])).map(({ id }) => id);
		if (there.length > 0) await odoo.call(SKU_MODEL_NAME, 'unlink', { ids: there });
	}
}

async function load(
	odoo: OdooClient,
	plan: ImportPlan,
	action: PlannedRow['action'],
	idColumn: string,
	context: Record<string, unknown>,
	table: Pick<SkuTable, 'products' | 'units'>,
	idOf: (row: PlannedRow) => string,
): Promise<Map<number, string>> {
	const refused = new Map<number, string>();
	const fields = [idColumn, ...COLUMNS];
	for (const batch of wholeSets(plan.rows.filter((row) => row.action === action))) {
		const records = batch.map((planned) => {
			const [product] = table.products.get(planned.row.product) ?? [];
			const cells = rowCells(planned.row, product, table.units);
			return { key: String(planned.number), rows: [[idOf(planned), ...cells]] };
		});
		const answer = await loadRecords(odoo, SKU_MODEL_NAME, fields, records, {
			...context,
			...IN_UTC,
		});
		for (const [number, words] of answer.rejected) refused.set(Number(number), words);
	}
	return refused;
}

/** Batches of whole sets. */
function wholeSets(rows: PlannedRow[]): PlannedRow[][] {
	const all: PlannedRow[][] = [];
	for (const set of groupBy(rows, ({ row }) => setKey(row)).values()) {
		const last = all.at(-1);
		if (last && last.length + set.length <= AT_ONCE) last.push(...set);
		else all.push([...set]);
	}
	return all;
}

/** Two workers that write the same row use the same id, so that Odoo creates one row. */
function rowExternalId(key: string, attempt: number): string {
	const digest = createHash('sha256').update(key).digest('hex').slice(0, 32);
	return `wechat_sku_row.${digest}${attempt > 1 ? `_${attempt}` : ''}`;
}

/** The cells of a row, in the order of `COLUMNS`. Its product is `id:` and a database id. */
function rowCells(
	row: SkuRow,
	product: Pick<CandidateProduct, 'uom_id'> | undefined,
	units: Unit[],
): string[] {
	return [
		row.sku,
		row.product.replace(/^id:/, ''),
		String(row.quantity),
		String(unitOf(row.uom, product?.uom_id, units)?.id ?? ''),
		row.price,
		String(row.part),
		String(row.parts),
		row.shop,
		row.wechat_product_id,
		utc(row.valid_from),
		utc(row.valid_until),
		row.note,
	];
}

const utc = (moment: string): string => (moment === '' ? '' : toOdooTime(Date.parse(moment)));
