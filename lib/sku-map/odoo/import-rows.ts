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
/** Another worker may write the same rows, or a person may use an external id: read and try again. */
const ATTEMPTS = 4;

export interface ImportOptions {
	/** What the file names products by. */
	productName: ProductName;
	/** Only report what would be done. */
	dryRun: boolean;
}

/**
 * Creates and updates the rows of a file in the table in Odoo; importing the file again changes nothing. After
 * writing, the table is read again until it agrees with the file.
 *
 * @returns the result of each row, in the file's order
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

/** Removes the rows of a file from the table in Odoo. */
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
		? 'Another process is writing the same row. Import it again.'
		: `Odoo rejected it. ${asSentence(words)}`;
}

/** The file's rows with their products by database id, and the table with products and units. */
async function withProducts(
	odoo: OdooClient,
	file: NumberedRow[],
	stored: StoredRow[],
	productName: ProductName,
): Promise<{ table: SkuTable; rows: NumberedRow[] }> {
	const skus = new Set(file.map(({ row }) => row.sku));
	const all = [...file, ...stored.filter(({ row }) => skus.has(row.sku))].map(({ row }) => row);
	// Under one SKU, so that all rows are read.
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
