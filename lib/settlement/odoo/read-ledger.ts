import { currencyExponent, fromDecimal, type Money } from '../../core/money';
import type { Leg } from '../ledger-entry';
import type { OdooClient } from '../../odoo/client';
import { everyRow, idOf, textOf, type Domain, type OdooRow } from '../../odoo/records';
import { ledgerError } from './ledger-error';
import { LEDGER_MODEL } from './ledger-model';
import { batches } from '../../core/collections';

/** An entry of the ledger as it stands in Odoo. */
export interface LedgerEntry {
	orderId: number;
	/** E.g. `S00042`. */
	order: string;
	mchid: string;
	transaction_id: string;
	key: string;
	leg: Leg;
	amount: Money;
	rate: string;
	/** `yyyy-MM-dd` */
	date: string;
	source: string;
	document: string;
	/** Empty where it came with none. */
	payout: string;
}

const FIELDS = LEDGER_MODEL.fields.map(({ name }) => name).filter((name) => name !== 'x_name');
/** As many numbers as one search takes at ease. */
const AT_ONCE = 500;

/** Entries in the order of their writing. @throws IntegrationError `ODOO_LEDGER_MISSING` where set-up was not run */
export async function readLedger(odoo: OdooClient, domain: Domain): Promise<LedgerEntry[]> {
	const rows = await everyRow(odoo, LEDGER_MODEL.model, domain, FIELDS).catch(
		async (error: unknown) => await Promise.reject(await ledgerError(odoo, error)),
	);
	return rows.map(entryOf);
}

/** The entries of these transactions. */
export async function entriesOf(
	odoo: OdooClient,
	transactionIds: string[],
): Promise<LedgerEntry[]> {
	const entries: LedgerEntry[] = [];
	for (const some of batches([...new Set(transactionIds)], AT_ONCE)) {
		entries.push(...(await readLedger(odoo, [['x_transaction_id', 'in', some]])));
	}
	return entries;
}

function entryOf(row: OdooRow): LedgerEntry {
	const currency = nameOf(row['x_currency_id']);
	const text = (field: string) => textOf(row[field]);
	return {
		orderId: idOf(row['x_order_id']) ?? 0,
		order: nameOf(row['x_order_id']),
		mchid: text('x_mchid'),
		transaction_id: text('x_transaction_id'),
		key: text('x_key'),
		leg: text('x_leg') as Leg,
		amount: fromDecimal(Number(row['x_amount']).toFixed(currencyExponent(currency)), currency),
		rate: text('x_rate'),
		date: text('x_date'),
		source: text('x_source'),
		document: text('x_document'),
		payout: text('x_payout'),
	};
}

const nameOf = (many2one: unknown): string =>
	Array.isArray(many2one) ? String(many2one[1] ?? '') : '';
