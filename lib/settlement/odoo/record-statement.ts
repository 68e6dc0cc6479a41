import { recordStatus, type RecordStatus } from '../ledger-entry';
import { amountTexts, type AmountTexts } from '../order-money';
import { statementEntries } from '../statement-entries';
import type { StatementRow } from '../statement-row';
import type { OdooClient } from '../../odoo/client';
import { appendEntries } from './append-entries';
import { findSales } from './find-sales';
import { writeOrderMoney } from './write-order-money';

/** What became of a row of a statement; `settlement` of its item. Amounts are those of the whole order now. */
export interface SettledRow extends AmountTexts {
	status: RecordStatus;
	sale_order_id: number;
	name: string;
	/** Of this row: settlement currency for one unit of the buyer's. */
	rate: string;
}

/**
 * Records the rows of statements in the ledger, each once: what was paid and settled, and the fee. Updates the
 * amounts on the sale orders.
 *
 * @returns one outcome for each row, in the same order; undefined where Odoo has no order of it
 */
export async function recordStatement(
	odoo: OdooClient,
	rows: StatementRow[],
): Promise<Array<SettledRow | undefined>> {
	const sales = await findSales(odoo, rows);
	const wanted = rows.flatMap((row) => {
		const sale = sales.get(row.transaction_id);
		return sale ? statementEntries(row).map((entry) => ({ entry, sale })) : [];
	});
	if (wanted.length === 0) return rows.map(() => undefined);
	const { entries, appended } = await appendEntries(odoo, wanted);
	const moneyOf = await writeOrderMoney(odoo, entries);
	const sequences = new Map(appended.map(({ key, sequence }) => [key, sequence]));
	return rows.map((row) => {
		const sale = sales.get(row.transaction_id);
		if (!sale) return undefined;
		const own = statementEntries(row);
		return {
			status: recordStatus(own.flatMap(({ key }) => sequences.get(key) ?? [])),
			sale_order_id: sale.id,
			name: sale.name,
			rate: own[0]?.rate ?? '',
			...amountTexts(moneyOf.get(sale.id)),
		};
	});
}
