import { createHash } from 'node:crypto';

import type { JsonObject } from '../core/json';
import { money, type Money } from '../core/money';
import { readItem, type ItemKind } from '../core/read-item';
import { readAmount, readCurrency, readDay, readText } from './field-formats';

/** Money that came in at the bank. */
export interface Receipt {
	/** The bank's reference, which tells this receipt from others. */
	reference: string;
	/** All text of the receipt, which may contain a payout's number. */
	text: string;
	/** `yyyy-MM-dd`. */
	date: string;
	/** What the account was credited with. */
	amount: Money;
	/** What the bank deducted before that, in the same currency. */
	charges: Money;
	/** What the bank received, before conversion, where it says so. */
	original?: Money;
	/** SHA-256 of all of this, hex: the same receipt has the same. */
	document: string;
}

const RECEIPT: ItemKind = {
	code: 'NOT_A_RECEIPT',
	name: 'a bank receipt',
	nextStep: 'Pass on the items of your bank statement with all of their fields.',
};

/**
 * Reads an item with `reference`, `date`, `amount` and `currency`; optional are `charges`, `original_amount`
 * with `original_currency`, and `narration`. Amounts are decimal text or numbers in the major unit, with or
 * without commas between thousands.
 *
 * @throws IntegrationError `NOT_A_RECEIPT`
 */
export function readReceipt(item: JsonObject): Receipt {
	const receipt = readItem(item, RECEIPT, ({ value, parsed }) => {
		const amount = (name: string, currency: string): Money =>
			parsed(name, (text) => readAmount(text, currency), money(0, currency));
		const hasOriginal = readText(value('original_amount')) !== '';
		const reference = parsed('reference', (text) => readText(text) || undefined, '');
		const date = parsed('date', readDay, '');
		const currency = parsed('currency', readCurrency, '');
		const originalCurrency = hasOriginal ? parsed('original_currency', readCurrency, '') : '';
		return {
			reference,
			text: [reference, readText(value('narration'))].join(' ').trim(),
			date,
			amount: amount('amount', currency),
			charges: readText(value('charges')) ? amount('charges', currency) : money(0, currency),
			...(hasOriginal && { original: amount('original_amount', originalCurrency) }),
		};
	});
	const document = createHash('sha256').update(JSON.stringify(receipt)).digest('hex');
	return { ...receipt, document };
}
