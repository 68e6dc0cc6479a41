import { createHash } from 'node:crypto';

import { groupBy, batches } from '../../core/collections';
import type { ImportPlan, PlannedRow } from '../plan-import';
import { rowKey, setKey } from '../row';
import type { SkuTable } from '../table';
import type { OdooClient } from '../../odoo/client';
import { CREATE_ONLY, loadRecords } from '../../odoo/load';
import { searchRead, type Domain } from '../../odoo/records';
import { SKU_MODEL } from './sku-model';
import { IN_UTC, ROW_COLUMNS, rowCells } from './row-cells';

/** Rows in one call, so that Odoo is done with them before the connection gives up. */
const AT_ONCE = 200;

/**
 * Carries a plan out: new rows by external id, changed ones by database id, then what is obsolete goes.
 * Rows of one set go in one call.
 *
 * @param attempt from 1. An external id may stand for a row whose SKU a person has changed since: that
 * row is left alone, and the next attempt takes another id
 * @returns Odoo's words against the rows that it refused, by row number
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

/** Deletes rows by database id; those that are gone already are no fault. */
export async function removeRows(odoo: OdooClient, ids: number[]): Promise<void> {
	const { model } = SKU_MODEL;
	for (const some of batches(ids, AT_ONCE)) {
		const domain: Domain = [['id', 'in', some]];
		const there = (await searchRead(odoo, model, domain, ['id'])).map(({ id }) => id);
		if (there.length > 0) await odoo.call(model, 'unlink', { ids: there });
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
	const fields = [idColumn, ...ROW_COLUMNS];
	for (const batch of wholeSets(plan.rows.filter((row) => row.action === action))) {
		const records = batch.map((planned) => {
			const [product] = table.products.get(planned.row.product) ?? [];
			const cells = rowCells(planned.row, product, table.units);
			return { key: String(planned.number), rows: [[idOf(planned), ...cells]] };
		});
		const { model } = SKU_MODEL;
		const answer = await loadRecords(odoo, model, fields, records, { ...context, ...IN_UTC });
		for (const [number, words] of answer.refused) refused.set(Number(number), words);
	}
	return refused;
}

/** Whole sets, as many as fit into a call. */
function wholeSets(rows: PlannedRow[]): PlannedRow[][] {
	const all: PlannedRow[][] = [];
	for (const set of groupBy(rows, ({ row }) => setKey(row)).values()) {
		const last = all.at(-1);
		if (last && last.length + set.length <= AT_ONCE) last.push(...set);
		else all.push([...set]);
	}
	return all;
}

/** Two workers that write the same row give it the same id: Odoo then keeps one row. */
function rowExternalId(key: string, attempt: number): string {
	const digest = createHash('sha256').update(key).digest('hex').slice(0, 32);
	return `wechat_sku_row.${digest}${attempt > 1 ? `_${attempt}` : ''}`;
}
