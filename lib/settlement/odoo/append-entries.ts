import { batches, groupBy } from '../../core/collections';
import { toDecimal } from '../../core/money';
import type { OdooClient } from '../../odoo/client';
import { CREATE_ONLY, loadAll, type LoadRecord } from '../../odoo/load';
import { entryToAppend, type LedgerEntry, type NewEntry, type StoredEntry } from '../ledger-entry';
import { currencyIds } from './currencies';
import type { Sale } from './find-sales';
import { LEDGER_MODEL } from './ledger-model';
import { entriesOf } from './read-ledger';
import { externalIdPart } from '../../odoo/records';

/** A ledger entry and the order that it belongs to. */
export interface EntryOfSale {
	entry: LedgerEntry;
	sale: Sale;
}

const COLUMNS = [
	'id',
	'x_name',
	'x_order_id/.id',
	'x_leg',
	'x_currency_id/.id',
	'x_amount',
	'x_rate',
	'x_date',
	'x_source',
	'x_document',
	'x_payout',
	'x_transaction_id',
	'x_mchid',
	'x_key',
];
/** Records in one call to Odoo: 500 take about five seconds. */
const AT_ONCE = 400;
/** Another process may append at the same time: read what it wrote, then append the rest. */
const ROUNDS = 3;

/**
 * Appends what is missing in the ledger. Each entry has an external id, so that a second process finds the
 * entry and writes nothing.
 *
 * @returns all entries of these transactions afterwards, and those that were appended
 * @throws IntegrationError `ODOO_CURRENCY_MISSING`, or with Odoo's message
 */
export async function appendEntries(
	odoo: OdooClient,
	wanted: EntryOfSale[],
): Promise<{ entries: StoredEntry[]; appended: NewEntry[] }> {
	const appended: NewEntry[] = [];
	const transactions = wanted.map(({ entry }) => entry.transaction_id);
	let entries = await entriesOf(odoo, transactions);
	for (let round = 0; round < ROUNDS; round += 1) {
		const missing = missingEntries(wanted, entries);
		if (missing.length === 0) break;
		await write(odoo, missing);
		appended.push(...missing.map(({ entry }) => entry));
		entries = await entriesOf(odoo, transactions);
	}
	return { entries, appended };
}

type Missing = EntryOfSale & { entry: NewEntry };

function missingEntries(wanted: EntryOfSale[], entries: StoredEntry[]): Missing[] {
	const byKey = groupBy(entries, ({ key }) => key);
	const unique = new Map(wanted.map((one) => [one.entry.key, one]));
	return [...unique].flatMap(([key, { entry, sale }]) => {
		const known = (byKey.get(key) ?? []).map(({ amount: { amount }, document }) => ({
			amount,
			document,
		}));
		const missing = entryToAppend(entry, known);
		return missing ? [{ entry: missing, sale }] : [];
	});
}

async function write(odoo: OdooClient, missing: Missing[]): Promise<void> {
	const currencies = await currencyIds(
		odoo,
		missing.map(({ entry }) => entry.amount.currency),
	);
	for (const some of batches(missing, AT_ONCE)) {
		const records = some.map((one) => record(one, currencies));
		await loadAll(odoo, LEDGER_MODEL.model, COLUMNS, records, CREATE_ONLY);
	}
}

function record({ entry, sale }: Missing, currencies: Map<string, number>): LoadRecord {
	const { leg, amount, sequence } = entry;
	const externalId = `wechat_ledger.${externalIdPart(`${entry.key}_${sequence}`)}`;
	const row = [
		externalId,
		`${sale.name}: ${leg.replace('_', ' ')}${sequence > 1 ? ', corrected' : ''}`,
		String(sale.id),
		leg,
		String(currencies.get(amount.currency) ?? ''),
		toDecimal(amount),
		entry.rate,
		entry.date,
		entry.source,
		entry.document,
		entry.payout ?? '',
		entry.transaction_id,
		entry.mchid,
		entry.key,
	];
	return { key: externalId, rows: [row] };
}
