import type { OdooClient } from '../../odoo/client';
import type { PaymentName } from '../../orders/model/order-keys';
import { recordStatus, type LedgerEntry, type RecordStatus } from '../ledger-entry';
import { amountTexts, type AmountTexts } from '../order-money';
import { appendEntries } from './append-entries';
import { findSales } from './find-sales';
import { writeOrderMoney } from './write-order-money';

/** What became of a row of a document. Amounts are those of the whole order now. */
export interface RecordedOrder extends AmountTexts {
	status: RecordStatus;
	sale_order_id: number;
	name: string;
}

export interface RecordedRow extends RecordedOrder {
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
): Promise<Array<RecordedOrder | undefined>> {
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
		const own = entriesOf(row).flatMap(({ key }) => sequences.get(key) ?? []);
		const about = { sale_order_id: sale.id, name: sale.name };
		return { status: recordStatus(own), ...about, ...amountTexts(moneyOf.get(sale.id)) };
	});
}

/** `recordEntries` of a document that converts currencies: with the rate of each row. */
export async function recordRatedEntries<Row extends PaymentName>(
	odoo: OdooClient,
	rows: Row[],
	entriesOf: (row: Row) => LedgerEntry[],
): Promise<Array<RecordedRow | undefined>> {
	const recorded = await recordEntries(odoo, rows, entriesOf);
	return rows.map((row, index) => {
		const outcome = recorded[index];
		return outcome && { ...outcome, rate: entriesOf(row)[0]?.rate ?? '' };
	});
}
