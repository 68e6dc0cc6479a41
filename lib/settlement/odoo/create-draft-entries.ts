import { IntegrationError } from '../../core/errors';
import { toDecimal } from '../../core/money';
import type { OdooClient } from '../../odoo/client';
import { findByExternalId } from '../../odoo/external-ids';
import { CREATE_ONLY, loadAll } from '../../odoo/load';
import {
	payoutEntries,
	type BookedPayout,
	type EntryRole,
	type PayoutEntry,
} from '../payout-entries';
import type { RateTable } from '../rate-table';
import { currencyIds } from './currencies';
import { externalIdPart } from '../../odoo/records';

/** Database ids of the journal and of the account of each role. */
export interface EntryAccounts {
	journalId: number;
	accounts: Record<EntryRole, number>;
}

/** A draft entry in Odoo. */
export interface DraftEntry {
	kind: PayoutEntry['kind'];
	account_move_id: number | null;
	/** False for an entry that was created before, whatever became of it since. */
	created: boolean;
}

const FIELDS = [
	...['id', 'move_type', 'journal_id/.id', 'date', 'ref'],
	...['line_ids/account_id/.id', 'line_ids/name', 'line_ids/currency_id/.id'],
	...['line_ids/amount_currency', 'line_ids/debit', 'line_ids/credit'],
];

/**
 * Creates the draft entries of a payout, each once: an accountant checks and posts them.
 *
 * @param dryRun reports what would be created
 * @throws IntegrationError `ODOO_RATE_MISSING`, `ODOO_ACCESS_DENIED`, or with Odoo's message
 */
export async function createDraftEntries(
	odoo: OdooClient,
	payout: BookedPayout,
	accounts: EntryAccounts,
	rates: RateTable,
	dryRun: boolean,
): Promise<DraftEntry[]> {
	const { home } = rates;
	const entries = payoutEntries(payout, home, (currency, date) => {
		const rate = rates.rate(currency, home, date);
		if (rate) return rate;
		throw rateMissing(currency, home, date);
	});
	const drafts: DraftEntry[] = [];
	for (const entry of entries) {
		const { kind } = entry;
		const externalId = `wechat_payout.${externalIdPart(`${payout.batch_id}_${kind}`)}`;
		const known = await findByExternalId(odoo, externalId);
		const id =
			known || dryRun ? known?.id : await create(odoo, externalId, payout, entry, accounts);
		drafts.push({ kind, account_move_id: id ?? null, created: !known });
	}
	return drafts;
}

/** @returns the database id of the entry */
async function create(
	odoo: OdooClient,
	externalId: string,
	payout: BookedPayout,
	{ date, lines }: PayoutEntry,
	{ journalId, accounts }: EntryAccounts,
): Promise<number | undefined> {
	const currencies = await currencyIds(
		odoo,
		lines.map(({ amount }) => amount.currency),
	);
	const head = [externalId, 'entry', String(journalId), date, `WeChat payout ${payout.batch_id}`];
	const rows = lines.map(({ role, name, amount, balance }, index) => [
		...(index === 0 ? head : head.map(() => '')),
		...[String(accounts[role]), name, String(currencies.get(amount.currency) ?? '')],
		toDecimal(amount),
		toDecimal({ ...balance, amount: Math.max(0, balance.amount) }),
		toDecimal({ ...balance, amount: Math.max(0, 0 - balance.amount) }),
	]);
	const context = { ...CREATE_ONLY, default_move_type: 'entry' };
	const ids = await loadAll(odoo, 'account.move', FIELDS, [{ key: externalId, rows }], context);
	return ids.get(externalId);
}

const rateMissing = (currency: string, home: string, date: string) =>
	new IntegrationError({
		code: 'ODOO_RATE_MISSING',
		message: `Odoo has no exchange rate from ${currency} to ${home} for ${date}.`,
		likelyCause: 'No rate of this currency was recorded on or before that day.',
		nextStep:
			'Odoo Settlement → Settlement: Write Exchange Rates, or in Odoo: Invoicing (Accounting) → Configuration → Currencies.',
	});
