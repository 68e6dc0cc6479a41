import { wholeSet } from '../choose-set';
import { groupBy } from '../../core/collections';
import { refuseDoubtfulRows, type NumberedRow } from './refuse-doubtful-rows';
import { resolveRows } from '../resolve-parts';
import { COLUMNS } from './columns';
import { rowKey, setKey, type SkuRow, type StoredRow } from '../row';
import type { SkuTable } from '../table';

/** What to do with a row of a file, and why, for a person. */
export interface PlannedRow extends NumberedRow {
	action: 'create' | 'update' | 'unchanged' | 'remove' | 'absent' | 'refuse';
	message: string;
	/** The stored rows for it. */
	ids: number[];
}

export interface ImportPlan {
	rows: PlannedRow[];
	/** Stored parts of sets that have fewer parts in the file. */
	obsolete: StoredRow[];
}

/**
 * Compares a file with the table and decides row by row; writes nothing. A set is imported as a whole: if one
 * part is refused, all parts are, so that no order is mapped to an incomplete set.
 *
 * @param file rows whose `product` is `id:` and a database id, as in stored rows
 * @param table the products and units of both
 */
export function planImport(
	file: NumberedRow[],
	stored: StoredRow[],
	table: Pick<SkuTable, 'products' | 'units' | 'companyId'>,
): ImportPlan {
	const byKey = groupBy(stored, ({ row }) => rowKey(row));
	const bySet = groupBy(stored, ({ row }) => setKey(row));
	const checked = refuseDoubtfulRows(file, new Set(stored.map(({ row }) => row.sku)));
	const plan: ImportPlan = { rows: [], obsolete: [] };
	for (const [set, rows] of groupBy(checked, ({ row }) => setKey(row))) {
		const own = bySet.get(set) ?? [];
		const parts = Math.max(...rows.map(({ row }) => row.parts));
		const given = new Set(rows.map(({ row }) => rowKey(row)));
		const others = own.filter(({ row }) => !given.has(rowKey(row)));
		const obsolete = others.filter(({ row }) => row.part > parts);
		const changed = rows.some(({ row }) => !isStored(row, byKey.get(rowKey(row)) ?? []));
		const kept = others.filter(({ row }) => row.part <= parts);
		const problem = setProblem(rows, kept, changed || obsolete.length > 0, table);
		if (problem === undefined) plan.obsolete.push(...obsolete);
		for (const one of rows) {
			const known = byKey.get(rowKey(one.row)) ?? [];
			plan.rows.push(planRow(one, known, problem));
		}
	}
	plan.rows.sort((a, b) => a.number - b.number);
	return plan;
}

function planRow(one: NumberedRow, known: StoredRow[], problem: string | undefined): PlannedRow {
	const ids = known.map(({ id }) => id);
	const planned = (action: PlannedRow['action'], message: string): PlannedRow => ({
		...one,
		action,
		message,
		ids,
	});
	if (one.row.problem !== undefined) return planned('refuse', one.row.problem);
	if (problem !== undefined) return planned('refuse', problem);
	if (known.length > 1) {
		return planned(
			'refuse',
			`The table has ${known.length} equal rows for this SKU: delete all but one of them in Odoo (Sales → Products → WeChat SKUs).`,
		);
	}
	if (known.length === 0) return planned('create', 'The row is new.');
	return isStored(one.row, known)
		? planned('unchanged', 'The table already has this row.')
		: planned('update', `It changes ${differences(one.row, known[0]?.row).join(', ')}.`);
}

/** Why the rows of a set cannot be imported, although each row may be valid. */
function setProblem(
	rows: NumberedRow[],
	kept: StoredRow[],
	changed: boolean,
	table: Pick<SkuTable, 'products' | 'units' | 'companyId'>,
): string | undefined {
	const bad = rows.find(({ row }) => row.problem !== undefined);
	if (bad) return `It belongs to a set of which row ${bad.number} was refused.`;
	if (!changed) return undefined;
	const [first] = rows;
	const sku = first?.row.sku ?? '';
	const whole = wholeSet(sku, [...rows.map(({ row }) => row), ...kept.map(({ row }) => row)]);
	if ('reason' in whole) return whole.message;
	const resolved = resolveRows(sku, whole.rows, table);
	return 'reason' in resolved ? resolved.message : undefined;
}

const isStored = (row: SkuRow, known: StoredRow[]): boolean =>
	known.length === 1 && differences(row, known[0]?.row).length === 0;

const differences = (row: SkuRow, other: SkuRow | undefined): string[] =>
	COLUMNS.filter((column) => row[column] !== other?.[column]);
