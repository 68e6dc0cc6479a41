import { createHash } from 'node:crypto';

import { fromDecimal, type Money } from '../core/money';
import { notA } from './settlement-error';

/** Money that came in at the bank. */
export interface Receipt {
	/** The bank's reference, or whatever tells this receipt from others. */
	reference: string;
	/** All texts of the receipt in which a payout's number may stand. */
	text: string;
	/** `yyyy-MM-dd`. */
	date: string;
	/** What the account was credited with. */
	amount: Money;
	/** What the bank took off before that, in the same currency. */
	charges: Money;
	/** What the bank received, before conversion, where it says so. */
	original?: Money;
	/** SHA-256 of all of this, hex: the same receipt has the same. */
	document: string;
}

/**
 * Reads an item with `reference`, `date`, `amount` and `currency`; `charges`, `original_amount` with
 * `original_currency`, and `narration` may stand beside them. Amounts are decimal text or numbers in the major
 * unit, with or without commas between thousands.
 *
 * @throws IntegrationError `NOT_A_RECEIPT`
 */
export function readReceipt(fields: Record<string, unknown>): Receipt {
	const text = (name: string): string =>
		['string', 'number'].includes(typeof fields[name]) ? String(fields[name]).trim() : '';
	const wrong: string[] = [];
	const amount = (name: string, currency: string): Money => {
		try {
			return fromDecimal(text(name).replaceAll(',', ''), currency);
		} catch {
			wrong.push(name);
			return { amount: 0, currency };
		}
	};
	const [, date = ''] = /^(\d{4}-\d\d-\d\d)/.exec(text('date')) ?? [];
	const currency = code(text('currency'));
	const originalCurrency = code(text('original_currency'));
	if (!text('reference')) wrong.push('reference');
	if (!date || Number.isNaN(Date.parse(date))) wrong.push('date');
	if (!currency) wrong.push('currency');
	if (text('original_amount') && !originalCurrency) wrong.push('original_currency');
	const receipt = {
		reference: text('reference'),
		text: [text('reference'), text('narration')].join(' ').trim(),
		date,
		amount: amount('amount', currency || 'XXX'),
		charges: text('charges')
			? amount('charges', currency || 'XXX')
			: { amount: 0, currency: currency || 'XXX' },
		...(text('original_amount') && {
			original: amount('original_amount', originalCurrency || 'XXX'),
		}),
	};
	if (wrong.length > 0) throw notA('RECEIPT', 'a bank receipt', wrong, 'your bank statement');
	const document = createHash('sha256').update(JSON.stringify(receipt)).digest('hex');
	return { ...receipt, document };
}

const code = (text: string): string => (/^[A-Za-z]{3}$/.test(text) ? text.toUpperCase() : '');
