import { toDecimal } from '../../core/money';
import { toAppend, type Append, type Stamp } from '../ledger-entry';
import type { OdooClient } from '../../odoo/client';
import { externalIdPart } from '../../odoo/external-ids';
import { CREATE_ONLY, loadRecords, type LoadRecord } from '../../odoo/load';
import { odooError } from '../../odoo/odoo-error';
import { currencyIds } from './currency-ids';
import { entriesOf, type LedgerEntry } from './read-ledger';
import { LEDGER_MODEL } from './ledger-model';
import type { Sale } from './find-sales';
import { batches, groupBy } from '../../core/collections';

/** A stamp and the order that it belongs to. */
export interface OrderStamp {
	stamp: Stamp;
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
/** Records of one call to Odoo: 500 take about five seconds. */
const AT_ONCE = 400;
/** Another process may append at the same time: what it wrote first is read, and the rest appended to it. */
const ROUNDS = 3;

/**
 * Appends what the ledger does not say yet. Each entry has an external id of its own, so that whoever comes second
 * finds it there and writes nothing.
 *
 * @returns the entries of these transactions afterwards, and what was appended
 * @throws IntegrationError `ODOO_CURRENCY_MISSING`, or with Odoo's words
 */
export async function appendStamps(
	odoo: OdooClient,
	stamps: OrderStamp[],
): Promise<{ entries: LedgerEntry[]; appended: Append[] }> {
	const appended: Append[] = [];
	const transactions = stamps.map(({ stamp }) => stamp.transaction_id);
	let entries = await entriesOf(odoo, transactions);
	for (let round = 0; round < ROUNDS; round += 1) {
		const missing = missingFrom(entries, stamps);
		if (missing.length === 0) break;
		await write(odoo, missing);
		appended.push(...missing.map(({ append }) => append));
		entries = await entriesOf(odoo, transactions);
	}
	return { entries, appended };
}

type Missing = OrderStamp & { append: Append };

function missingFrom(entries: LedgerEntry[], stamps: OrderStamp[]): Missing[] {
	const byKey = groupBy(entries, ({ key }) => key);
	const once = new Map(stamps.map((one) => [one.stamp.key, one]));
	return [...once.values()].flatMap((one) => {
		const before = (byKey.get(one.stamp.key) ?? []).map(({ amount, document }) => ({
			amount: amount.amount,
			document,
		}));
		const append = toAppend(one.stamp, before);
		return append ? [{ ...one, append }] : [];
	});
}

async function write(odoo: OdooClient, missing: Missing[]): Promise<void> {
	const currencies = await currencyIds(
		odoo,
		missing.map(({ append }) => append.amount.currency),
	);
	for (const some of batches(missing, AT_ONCE)) {
		const records = some.map((one) => record(one, currencies));
		const { refused } = await loadRecords(odoo, LEDGER_MODEL.model, COLUMNS, records, CREATE_ONLY);
		const [words] = refused.values();
		if (words !== undefined) {
			throw odooError({ exception: 'UserError', text: words }, LEDGER_MODEL.model, 'load');
		}
	}
}

function record({ append, sale }: Missing, currencies: Map<string, number>): LoadRecord {
	const { leg, amount, sequence } = append;
	const externalId = `wechat_ledger.${externalIdPart(`${append.key}_${sequence}`)}`;
	const row = [
		externalId,
		`${sale.name}: ${leg.replace('_', ' ')}${sequence > 1 ? ', corrected' : ''}`,
		String(sale.id),
		leg,
		String(currencies.get(amount.currency) ?? ''),
		toDecimal(amount),
		append.rate,
		append.date,
		append.source,
		append.document,
		append.payout ?? '',
		append.transaction_id,
		append.mchid,
		append.key,
	];
	return { key: externalId, rows: [row] };
}
