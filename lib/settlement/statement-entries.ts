import { money } from '../core/money';
import { rateOf, ratioText } from './ratio';
import type { LedgerEntry } from './ledger-entry';
import type { StatementRow } from './statement-row';

/** Digits after the point of rates in the ledger. */
export const RATE_DIGITS = 8;

/**
 * The entries of a row of the statement: the amount paid, the amount settled for it, and WeChat's fee. The
 * rate is settlement currency for one unit of the buyer's, from the row's own amounts.
 */
export function statementEntries(row: StatementRow): LedgerEntry[] {
	const { converted, document, date, mchid, transaction_id } = row;
	const key = `${mchid}_${transaction_id}_${row.refund_id ?? 'payment'}`;
	const rate = rateOf(converted.from, converted.to);
	const shared = {
		mchid,
		transaction_id,
		rate: rate ? ratioText(rate, RATE_DIGITS) : '',
		source: `WeChat statement ${date}`,
		document,
		date,
	};
	const fee = money(0 - row.fee.amount, row.fee.currency);
	return [
		{ ...shared, key: `${key}_paid`, leg: 'paid', amount: row.paid },
		{ ...shared, key: `${key}_settled`, leg: 'settled', amount: row.settled },
		{ ...shared, key: `${key}_fee`, leg: 'fee', amount: fee },
	];
}
