import { IntegrationError } from '../../core/errors';
import type { JsonObject } from '../../core/json';
import { demandAccess } from '../../odoo/access';
import type { OdooClient } from '../../odoo/client';
import { nameOf, searchRead, textOf, type OdooRow } from '../../odoo/records';

/** Selects lines of Odoo's bank statements. Dates are `yyyy-MM-dd`. */
export interface BankLines {
	/** Database id of the bank journal. */
	journalId: number;
	from: string;
	until: string;
}

const WANTED = [
	'date',
	'payment_ref',
	'ref',
	'narration',
	'partner_name',
	'transaction_details',
	'amount',
	'currency_id',
	'foreign_currency_id',
	'amount_currency',
];
const MAX_LINES = 5000;

/**
 * Incoming payments of a bank journal, as items for `readReceipt`. Odoo has no field for charges: the amount is
 * the amount credited.
 *
 * @throws IntegrationError `ODOO_JOURNAL_MISSING` without a journal, `ODOO_ACCESS_DENIED` without the right Accounting: Invoicing
 */
export async function readBankReceipts(
	odoo: OdooClient,
	{ journalId, from, until }: BankLines,
): Promise<JsonObject[]> {
	if (!Number.isSafeInteger(journalId) || journalId <= 0) throw noJournal();
	await demandAccess(odoo, 'account.bank.statement.line', 'read');
	const known = await odoo.fields('account.bank.statement.line');
	const fields = WANTED.filter((field) => known.has(field));
	const rows = await searchRead(
		odoo,
		'account.bank.statement.line',
		[
			['journal_id', '=', journalId],
			['date', '>=', from],
			['date', '<=', until],
			['amount', '>', 0],
		],
		fields,
		{ order: 'id', limit: MAX_LINES },
	);
	return rows.map(receiptItem);
}

function receiptItem(row: OdooRow): JsonObject {
	const foreign = nameOf(row.foreign_currency_id);
	const texts = ['ref', 'narration', 'partner_name', 'transaction_details'];
	return {
		// Two lines with the same text, date and amount are still two receipts.
		reference: textOf(row.payment_ref) || `bank line ${row.id}`,
		narration: [...texts.map((field) => asText(row[field])), `bank line ${row.id}`]
			.filter(Boolean)
			.join(' '),
		date: textOf(row.date),
		amount: row.amount,
		currency: nameOf(row.currency_id),
		...(foreign && {
			original_amount: Math.abs(Number(row.amount_currency)),
			original_currency: foreign,
		}),
	};
}

const noJournal = () =>
	new IntegrationError({
		code: 'ODOO_JOURNAL_MISSING',
		message: 'No bank journal is selected.',
		likelyCause: 'The template does not select one: every company has its own.',
		nextStep: 'In Record Receipts, select the bank journal that WeChat pays out to.',
	});

/** A narration is HTML; details are JSON. */
const asText = (value: unknown): string =>
	(value && typeof value === 'object' ? JSON.stringify(value) : textOf(value))
		.replace(/<[^<>]*>/g, ' ')
		.trim();
