import { batches } from '../../core/collections';
import { IntegrationError } from '../../core/errors';
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
import { allExist, setUpId } from '../../odoo/external-ids';
import type { Leg, StoredEntry } from '../ledger-entry';
import { LEDGER_MODEL } from './ledger-model';

const FIELDS = LEDGER_MODEL.fields.map(({ name }) => name).filter((name) => name !== 'x_name');
/** Transactions in one search. */
const AT_ONCE = 500;

/** Entries in the order in which they were written. @throws IntegrationError `ODOO_LEDGER_MISSING` */
export async function readLedger(odoo: OdooClient, domain: Domain): Promise<StoredEntry[]> {
	const rows = await everyRow(odoo, LEDGER_MODEL.model, domain, FIELDS).catch(
		async (error: unknown) => await Promise.reject(await ledgerError(odoo, error)),
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

/** Odoo's answers for a model that it does not have differ by version and protocol. */
const UNKNOWN_MODEL = new Set(['ODOO_NOT_FOUND', 'ODOO_SERVER_FAULT', 'ODOO_VALIDATION']);

/** The error of reading the ledger, or `ODOO_LEDGER_MISSING` where there is none. */
async function ledgerError(odoo: OdooClient, error: unknown): Promise<unknown> {
	if (!(error instanceof IntegrationError) || !UNKNOWN_MODEL.has(error.code)) return error;
	if (await allExist(odoo, [setUpId(LEDGER_MODEL.model, 'model')]).catch(() => true)) return error;
	return new IntegrationError({
		code: 'ODOO_LEDGER_MISSING',
		message: `Odoo has no table "${LEDGER_MODEL.name}".`,
		likelyCause: 'Set-up was not run in this database, or its tables were deleted.',
		nextStep:
			'Odoo Sale → Set Up: Run, once, with the credential of an administrator and all currencies, e.g. CNY, USD, INR.',
	});
}
