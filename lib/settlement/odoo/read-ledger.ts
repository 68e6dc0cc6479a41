import { batches } from '../../core/collections';
import type { OdooClient } from '../../odoo/client';
import {
	amountOf,
	everyRow,
	idOf,
	nameOf,
	textOf,
	type Domain,
	type OdooRow,
} from '../../odoo/records';
import { tableError } from '../../odoo/schema/missing-table';
import type { Leg, StoredEntry } from '../ledger-entry';
import { LEDGER_MODEL } from './ledger-model';

const FIELDS = LEDGER_MODEL.fields.map(({ name }) => name).filter((name) => name !== 'x_name');
/** Transactions in one search. */
const AT_ONCE = 500;

/** Entries in the order in which they were written. @throws IntegrationError `ODOO_LEDGER_MISSING` */
export async function readLedger(odoo: OdooClient, domain: Domain): Promise<StoredEntry[]> {
	const rows = await everyRow(odoo, LEDGER_MODEL.model, domain, FIELDS).catch(
		async (error: unknown) =>
			await Promise.reject(await tableError(odoo, LEDGER_MODEL, 'ODOO_LEDGER_MISSING', error)),
	);
	return rows.map(entryOf);
}

/** All entries of these transactions. */
export async function entriesOf(
	odoo: OdooClient,
	transactionIds: string[],
): Promise<StoredEntry[]> {
	const entries: StoredEntry[] = [];
	for (const some of batches([...new Set(transactionIds)], AT_ONCE)) {
		entries.push(...(await readLedger(odoo, [['x_transaction_id', 'in', some]])));
	}
	return entries;
}

/** What the balance of a WeChat Shop got and lost for orders, by day. Reads nothing without orders. */
export async function readFundsEntries(
	odoo: OdooClient,
	orders: Array<{ transaction_id: string }>,
): Promise<Array<{ transaction_id: string; fen: number; date: string }>> {
	const entries = await entriesOf(
		odoo,
		orders.map(({ transaction_id: id }) => id),
	);
	return entries
		.filter(({ leg }) => leg === 'settled' || leg === 'fee')
		.map(({ transaction_id, amount, date }) => ({ transaction_id, fen: amount.amount, date }));
}

function entryOf(row: OdooRow): StoredEntry {
	const text = (field: string) => textOf(row[field]);
	return {
		orderId: idOf(row['x_order_id']) ?? 0,
		order: nameOf(row['x_order_id']),
		mchid: text('x_mchid'),
		transaction_id: text('x_transaction_id'),
		key: text('x_key'),
		leg: text('x_leg') as Leg,
		amount: amountOf(row, 'x_amount', nameOf(row['x_currency_id'])),
		rate: text('x_rate'),
		date: text('x_date'),
		source: text('x_source'),
		document: text('x_document'),
		payout: text('x_payout'),
	};
}
