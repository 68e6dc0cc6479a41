import { chooseProduct } from '../resolve-parts';
import type { NumberedRow } from '../import/refuse-doubtful-rows';
import { planImport, type PlannedRow } from '../import/plan-import';
import { planRemoval } from '../import/plan-removal';
import type { StoredRow } from '../row';
import type { SkuTable } from '../table';
import { withRetry, type CallContext } from '../../core/retry';
import type { OdooClient } from '../../odoo/client';
import { asSentence } from '../../odoo/odoo-error';
import type { ProductName } from './find-products';
import { readSkuTable } from './read-sku-table';
import { forgetRows } from './row-cache';
import { demandSkuTable, readStoredRows } from './stored-rows';
import { removeRows, writeRows } from './write-rows';

const PAUSES = { baseMs: 250, maxMs: 4_000, budgetMs: 60_000 };
/** Another worker may write the same rows, a person may have taken an external id: look again. */
const ATTEMPTS = 4;

/** How a file's rows are to be understood. */
export interface ImportOptions {
	/** What the file calls products by. */
	productName: ProductName;
	/** Only tell what would be done. */
	dryRun: boolean;
}

/**
 * Adds the rows of a file to the table in Odoo and changes those that it has otherwise; a repetition
 * changes nothing. After writing, the table is read again until it says what the file says.
 *
 * @returns what became of each row, in the file's order
 * @throws IntegrationError `ODOO_SKU_TABLE_MISSING`, `ODOO_ACCESS_DENIED`
 */
export async function importRows(
	odoo: OdooClient,
	file: NumberedRow[],
	{ productName, dryRun }: ImportOptions,
	context: CallContext,
): Promise<PlannedRow[]> {
	await demandSkuTable(odoo);
	let stored = await readStoredRows(odoo);
	const { table, rows } = await withProducts(odoo, file, stored, productName);
	const first = planImport(rows, stored, table);
	if (dryRun) return first.rows;
	const refused = new Map<number, string>();
	let plan = first;
	for (let attempt = 1; attempt <= ATTEMPTS && hasWork(plan); attempt += 1) {
		const write = async () => await writeRows(odoo, plan, table, attempt);
		refused.clear();
		// Some rows may be written though others failed.
		const answer = await withRetry(context, PAUSES, write).finally(forgetRows);
		for (const [number, words] of answer) refused.set(number, words);
		stored = await readStoredRows(odoo);
		plan = planImport(rows, stored, table);
	}
	const undone = new Set(plan.rows.filter(isWork).map(({ number }) => number));
	return first.rows.map((one) =>
		undone.has(one.number) ? { ...one, action: 'refuse', message: why(refused, one) } : one,
	);
}

/** Removes from the table in Odoo the rows that a file means. */
export async function removeFromTable(
	odoo: OdooClient,
	file: Parameters<typeof planRemoval>[0],
	dryRun: boolean,
): Promise<PlannedRow[]> {
	await demandSkuTable(odoo);
	const planned = planRemoval(file, await readStoredRows(odoo));
	if (!dryRun) {
		const ids = planned.flatMap(({ action, ids: of }) => (action === 'remove' ? of : []));
		await removeRows(odoo, [...new Set(ids)]).finally(forgetRows);
	}
	return planned;
}

const isWork = ({ action }: PlannedRow) => action === 'create' || action === 'update';
const hasWork = ({ rows, obsolete }: ReturnType<typeof planImport>) =>
	obsolete.length > 0 || rows.some(isWork);

function why(refused: Map<number, string>, { number }: PlannedRow): string {
	const words = refused.get(number);
	return words === undefined
		? 'Somebody else writes the same row at the moment. Import it again.'
		: `Odoo does not take it. ${asSentence(words)}`;
}

/** The file's rows with their products by database id, and all that is known of products and units. */
async function withProducts(
	odoo: OdooClient,
	file: NumberedRow[],
	stored: StoredRow[],
	productName: ProductName,
): Promise<{ table: SkuTable; rows: NumberedRow[] }> {
	const skus = new Set(file.map(({ row }) => row.sku));
	const all = [...file, ...stored.filter(({ row }) => skus.has(row.sku))].map(({ row }) => row);
	// Under one name: every row is asked for, whatever its SKU.
	const source = { rows: new Map([['all', all]]), productName, whereToAdd: '', externalIds: false };
	const table = await readSkuTable(odoo, source, {}, ['all']);
	const products = new Map(table.products);
	const rows = file.map(({ number, row }): NumberedRow => {
		const candidates = products.get(row.product) ?? [];
		const active = candidates.filter((product) => product.active);
		const [only, ...others] = active.length > 0 ? active : candidates;
		if (!only || others.length > 0) {
			const found = chooseProduct(row.sku, row.product, table);
			const problem = row.problem ?? ('reason' in found ? found.message : undefined);
			return { number, row: problem === undefined ? row : { ...row, problem } };
		}
		const name = `id:${only.id}`;
		products.set(name, [only]);
		return { number, row: { ...row, product: name } };
	});
	return { table: { ...table, products }, rows };
}
