import { createHash } from 'node:crypto';

import type { JsonObject } from '../core/json';
import { money, type Money } from '../core/money';
import { readItem, type ItemKind } from '../core/read-item';
import { readAmount, readCurrency, readDay, readText } from './field-formats';

/** A row of an acquirer's payout file: one payment or refund in one payout. A refund's amounts are negative. */
export interface AcquirerPayoutRow {
	mchid: string;
	/** The acquirer's number of the payment; empty for what is not of an order of WeChat, which only adds to the payout. */
	transaction_id: string;
	/** The order number, where the file has it. */
	out_trade_no: string;
	/** Of a refund. */
	refund_id?: string;
	/** The day of the payment or refund, `yyyy-MM-dd`. */
	date: string;
	/** What the buyer paid, in the currency of the order. */
	paid: Money;
	/** What it is in the acquirer's account, before the fee. */
	settled: Money;
	/** The acquirer's fee; negative where a refund returns it. */
	fee: Money;
	payout_id: string;
	/** `yyyy-MM-dd`. */
	payout_date: string;
	/** Its part of the payout, after the fee, in the currency of the payout. */
	payout: Money;
	/** SHA-256 of all of this, hex. */
	document: string;
}

const ROW: ItemKind = {
	code: 'NOT_A_PAYOUT_ROW',
	name: "a row of an acquirer's payout file",
	nextStep:
		'Name the columns in a Set node before this one: transaction_id, date, paid, currency, payout_id, payout_date, and if they differ settled, fee, payout with their currencies.',
};

/**
 * Reads an item with `payout_id`, `payout_date`, and for an order's payment or refund `transaction_id`, `date`, `paid`
 * and `currency` (`refund_id` for a refund). A leg that the file leaves out equals the one before it: `settled` is
 * `paid`, `payout` is `settled` less `fee`, and so are their currencies. Amounts are decimal text or numbers.
 *
 * @param mchid of rows that do not name theirs
 * @throws IntegrationError `NOT_A_PAYOUT_ROW`
 */
export function readAcquirerPayoutRow(item: JsonObject, mchid: string): AcquirerPayoutRow {
	const row = readItem(item, ROW, ({ value, optionalText, parsed, check }) => {
		const has = (name: string) => readText(value(name)) !== '';
		const currency = (name: string, before: string): string =>
			has(name) ? parsed(name, readCurrency, before) : before;
		const amount = (name: string, isIn: string, before: Money): Money =>
			has(name) ? parsed(name, (text) => readAmount(text, isIn), before) : before;
		const transaction_id = optionalText('transaction_id');
		const refund_id = optionalText('refund_id');
		const isOrder = transaction_id !== '';
		const payout_date = parsed('payout_date', readDay, '');
		const known = has('currency') || !has('payout_currency') ? 'currency' : 'payout_currency';
		const paidIn = parsed(known, readCurrency, 'CNY');
		const settledIn = currency('settled_currency', paidIn);
		const payoutIn = currency('payout_currency', settledIn);
		const paid = amount('paid', paidIn, money(0, paidIn));
		const settled = amount('settled', settledIn, money(paid.amount, settledIn));
		const fee = amount('fee', settledIn, money(0, settledIn));
		const payout = amount('payout', payoutIn, money(settled.amount - fee.amount, payoutIn));
		check('paid', !isOrder || (has('paid') && paid.amount !== 0));
		check('paid', refund_id ? paid.amount <= 0 : !isOrder || paid.amount >= 0);
		// Without the amount of the other currency there is nothing to tell it by.
		check('settled', has('settled') || settledIn === paidIn);
		check('payout', has('payout') || (payoutIn === settledIn && isOrder));
		check('mchid', optionalText('mchid') !== '' || mchid !== '');
		return {
			mchid: optionalText('mchid') || mchid,
			...{ transaction_id, out_trade_no: optionalText('out_trade_no') || transaction_id },
			...(refund_id && { refund_id }),
			date: has('date') || isOrder ? parsed('date', readDay, '') : payout_date,
			...{ paid, settled, fee },
			payout_id: parsed('payout_id', (text) => readText(text) || undefined, ''),
			...{ payout_date, payout },
		};
	});
	return { ...row, document: createHash('sha256').update(JSON.stringify(row)).digest('hex') };
}
