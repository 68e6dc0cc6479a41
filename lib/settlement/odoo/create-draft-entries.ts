import { IntegrationError } from '../../core/errors';
import type { JsonObject } from '../../core/json';
import { toDecimal } from '../../core/money';
import { readItem, type ItemKind } from '../../core/read-item';
import {
	payoutEntries,
	type BookedPayout,
	type EntryRole,
	type PayoutEntry,
} from '../payout-entries';
import type { OdooClient } from '../../odoo/client';
import { externalIdPart, findByExternalId } from '../../odoo/external-ids';
import { CREATE_ONLY, loadRecords } from '../../odoo/load';
import { odooError } from '../../odoo/odoo-error';
import type { RateTable } from './company-rates';
import { currencyIds } from './currency-ids';

/** Database ids of the journal and of the account of each role. */
export interface EntryAccounts {
	journalId: number;
	accounts: Record<EntryRole, number>;
}

/** A draft entry in Odoo. */
export interface DraftedEntry {
	kind: PayoutEntry['kind'];
	account_move_id: number | null;
	/** False for one that had been drafted before, whatever became of it. */
	created: boolean;
}

const REMITTANCE: ItemKind = {
	code: 'NOT_A_REMITTANCE',
	name: 'a received payout',
	nextStep:
		'Pass on the items of Odoo Settlement → Settlement: Record Receipts or Get Remittance Register with all of their fields.',
};

/** Reads a row of Record Receipts or of the register. @throws IntegrationError `NOT_A_REMITTANCE` */
export const readBookedPayout = (item: JsonObject): BookedPayout =>
	readItem(item, REMITTANCE, ({ text }) => ({
		batch_id: text('batch_id'),
		settlement_date: text('settlement_date'),
		paid: text('paid'),
		paid_currency: text('paid_currency'),
		settled: text('settled'),
		settled_currency: text('settled_currency'),
		settlement_fee: text('settlement_fee'),
		received_date: text('received_date'),
		received: text('received'),
		received_currency: text('received_currency'),
		bank_charges: text('bank_charges'),
	}));

const FIELDS = [
	...['id', 'move_type', 'journal_id/.id', 'date', 'ref'],
	...['line_ids/account_id/.id', 'line_ids/name', 'line_ids/currency_id/.id'],
	...['line_ids/amount_currency', 'line_ids/debit', 'line_ids/credit'],
];

/**
 * Drafts the entries of a payout, each once: an accountant checks and posts them.
 *
 * @throws IntegrationError `ODOO_RATE_MISSING`, `ODOO_ACCESS_DENIED`, or with Odoo's words
 */
export async function draftEntries(
	odoo: OdooClient,
	payout: BookedPayout,
	{ journalId, accounts }: EntryAccounts,
	rates: RateTable,
	dryRun: boolean,
): Promise<DraftedEntry[]> {
	const { home } = rates;
	const entries = payoutEntries(payout, home, (currency, date) => {
		const rate = rates.rate(currency, home, date);
		if (rate) return rate;
		throw rateMissing(currency, home, date);
	});
	const drafted: DraftedEntry[] = [];
	for (const { kind, date, lines } of entries) {
		const externalId = `wechat_payout.${externalIdPart(`${payout.batch_id}_${kind}`)}`;
		const known = await findByExternalId(odoo, externalId);
		if (known || dryRun) {
			drafted.push({ kind, account_move_id: known?.id ?? null, created: !known });
			continue;
		}
		const ids = await currencyIds(
			odoo,
			lines.map(({ amount }) => amount.currency),
		);
		const head = [externalId, 'entry', String(journalId), date, `WeChat payout ${payout.batch_id}`];
		const rows = lines.map(({ role, name, amount, balance }, index) => [
			...(index === 0 ? head : head.map(() => '')),
			...[String(accounts[role]), name, String(ids.get(amount.currency) ?? '')],
			toDecimal(amount),
			toDecimal({ ...balance, amount: Math.max(0, balance.amount) }),
			toDecimal({ ...balance, amount: Math.max(0, 0 - balance.amount) }),
		]);
		const context = { ...CREATE_ONLY, default_move_type: 'entry' };
		const record = { key: externalId, rows };
		const { ids: made, refused } = await loadRecords(
			odoo,
			'account.move',
			FIELDS,
			[record],
			context,
		);
		const words = refused.get(externalId);
		if (words !== undefined) {
			throw odooError({ exception: 'UserError', text: words }, 'account.move', 'load');
		}
		drafted.push({ kind, account_move_id: made.get(externalId) ?? null, created: true });
	}
	return drafted;
}

const rateMissing = (currency: string, home: string, date: string) =>
	new IntegrationError({
		code: 'ODOO_RATE_MISSING',
		message: `Odoo has no rate of ${currency} in ${home} for ${date}.`,
		likelyCause: 'No rate of this currency was ever written down before that day.',
		nextStep:
			'Odoo Settlement → Settlement: Write Exchange Rates, or in Odoo: Invoicing (Accounting) → Configuration → Currencies.',
	});
