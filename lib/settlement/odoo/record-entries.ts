import type { OdooClient } from '../../odoo/client';
import type { PaymentName } from '../../orders/model/order-keys';
import { recordStatus, type LedgerEntry, type RecordStatus } from '../ledger-entry';
import { amountTexts, type AmountTexts } from '../order-money';
import { appendEntries } from './append-entries';
import { findSales } from './find-sales';
import { writeOrderMoney } from './write-order-money';

/** What became of a row of a document. Amounts are those of the whole order now. */
export interface RecordedRow extends AmountTexts {
	status: RecordStatus;
	sale_order_id: number;
	name: string;
	/** Of this row: settlement currency for one unit of the buyer's. */
	rate: string;
}

/**
 * Records the rows of a document in the ledger, each once, and updates the amounts on the sale orders.
 *
 * @returns one outcome for each row, in the same order; undefined where Odoo has no order of it
 */
export async function recordEntries<Row extends PaymentName>(
	odoo: OdooClient,
	rows: Row[],
	entriesOf: (row: Row) => LedgerEntry[],
): Promise<Array<RecordedRow | undefined>> {
	const sales = await findSales(odoo, rows);
	const wanted = rows.flatMap((row) => {
		const sale = sales.get(row.transaction_id);
		return sale ? entriesOf(row).map((entry) => ({ entry, sale })) : [];
	});
	if (wanted.length === 0) return rows.map(() => undefined);
	const { entries, appended } = await appendEntries(odoo, wanted);
	const moneyOf = await writeOrderMoney(odoo, entries);
	const sequences = new Map(appended.map(({ key, sequence }) => [key, sequence]));
	return rows.map((row) => {
		const sale = sales.get(row.transaction_id);
		if (!sale) return undefined;
		const own = entriesOf(row);
		return {
			status: recordStatus(own.flatMap(({ key }) => sequences.get(key) ?? [])),
			sale_order_id: sale.id,
			name: sale.name,
			rate: own[0]?.rate ?? '',
			...amountTexts(moneyOf.get(sale.id)),
		};
	});
}
