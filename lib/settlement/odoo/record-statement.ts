import { toDecimal, type Money } from '../../core/money';
import type { OrderMoney } from '../order-money';
import type { StatementRow } from '../statement-row';
import { statementStamps } from '../statement-entries';
import type { OdooClient } from '../../odoo/client';
import { appendStamps } from './append-entries';
import { findSales, type Sale } from './find-sales';
import { writeOrderMoney } from './write-order-money';

/** What became of a row of a statement; `settlement` of its item. Amounts are decimal text, net of refunds. */
export interface SettledRow {
	/** `stamped`: written now. `known`: it stood there. `corrected`: a difference was appended. */
	status: 'stamped' | 'known' | 'corrected';
	sale_order_id: number;
	name: string;
	/** Of this row: settlement currency for one unit of the buyer's. */
	rate: string;
	/** Of the whole order, as the ledger has it now. */
	paid?: string;
	paid_currency?: string;
	settled?: string;
	settled_currency?: string;
	received?: string;
	received_currency?: string;
}

/**
 * Stamps the rows of statements: what was paid, settled and taken as a fee, once for each row, and brings the amounts
 * on the sale orders to it.
 *
 * @returns one outcome for each row, in the same order; undefined where Odoo has no order of it
 */
export async function recordStatement(
	odoo: OdooClient,
	rows: StatementRow[],
): Promise<Array<SettledRow | undefined>> {
	const sales = await findSales(odoo, rows);
	const stamps = rows.flatMap((row) => {
		const sale = sales.get(row.transaction_id);
		return sale ? statementStamps(row).map((stamp) => ({ stamp, sale })) : [];
	});
	if (stamps.length === 0) return rows.map(() => undefined);
	const { entries, appended } = await appendStamps(odoo, stamps);
	const moneyOf = await writeOrderMoney(odoo, entries);
	const sequences = new Map(appended.map(({ key, sequence }) => [key, sequence]));
	return rows.map((row) => {
		const sale = sales.get(row.transaction_id);
		if (!sale) return undefined;
		const own = statementStamps(row);
		const written = own.map(({ key }) => sequences.get(key) ?? 0);
		const status = written.some((sequence) => sequence > 1)
			? 'corrected'
			: written.includes(1)
				? 'stamped'
				: 'known';
		return settledRow(status, sale, own[0]?.rate ?? '', moneyOf.get(sale.id));
	});
}

function settledRow(
	status: SettledRow['status'],
	sale: Sale,
	rate: string,
	money: OrderMoney | undefined,
): SettledRow {
	return {
		status,
		sale_order_id: sale.id,
		name: sale.name,
		rate,
		...moneyText(money),
	};
}

type Amounts = Omit<SettledRow, 'status' | 'sale_order_id' | 'name' | 'rate'>;

/** The amounts as decimal text, each with its currency beside it. */
export function moneyText(money: OrderMoney | undefined): Amounts {
	const text = (leg: 'paid' | 'settled' | 'received', amount: Money | undefined) =>
		amount ? { [leg]: toDecimal(amount), [`${leg}_currency`]: amount.currency } : {};
	return {
		...text('paid', money?.paid),
		...text('settled', money?.settled),
		...text('received', money?.received),
	};
}
