import { money, toDecimal, type Money } from '../../core/money';
import type { CheckedPayout } from '../payout';
import type { Receipt } from '../receipt';
import { spreadOf } from '../spread';
import type { RateTable } from './company-rates';
import type { LedgerEntry } from './read-ledger';

/** What the two conversions and the bank took, apart; empty where Odoo has no rate to compare with. Decimal text. */
export interface PayoutSpreads {
	/** What the buyers paid on the payout's days, less refunds. */
	paid: string;
	paid_currency: string;
	/** WeChat's conversion of what was paid, beside the rates of Odoo's currency table. */
	settlement_spread: string;
	settlement_spread_percent: string;
	/** WeChat's fee, which is no spread. */
	settlement_fee: string;
	/** The bank's conversion, before its charges. */
	bank_spread: string;
	bank_spread_percent: string;
}

/** Both spreads of a payout. @param entries all entries of its orders */
export function payoutSpreads(
	{ payout }: CheckedPayout,
	receipt: Receipt,
	entries: LedgerEntry[],
	rates: RateTable,
): PayoutSpreads {
	const { currency } = payout.settled;
	const days = entries.filter(({ date }) => date >= payout.from && date <= payout.until);
	const sum = (leg: LedgerEntry['leg']): Money | undefined => {
		const own = days.filter((entry) => entry.leg === leg);
		const [first] = own;
		return (
			first &&
			money(
				own.reduce((all, { amount }) => all + amount.amount, 0),
				first.amount.currency,
			)
		);
	};
	const [paid, settled, fee] = [sum('paid'), sum('settled'), sum('fee')];
	const first = paid && settled && spread(paid, settled, payout.until, rates);
	const gross = money(receipt.amount.amount + receipt.charges.amount, receipt.amount.currency);
	const second = spread(payout.settled, gross, receipt.date, rates);
	return {
		paid: paid ? toDecimal(paid) : '',
		paid_currency: paid?.currency ?? '',
		settlement_spread: first ? toDecimal(first.lost) : '',
		settlement_spread_percent: first?.percent ?? '',
		settlement_fee: toDecimal(fee ? money(0 - fee.amount, currency) : money(0, currency)),
		bank_spread: second ? toDecimal(second.lost) : '',
		bank_spread_percent: second?.percent ?? '',
	};
}

function spread(given: Money, got: Money, date: string, rates: RateTable) {
	const reference = rates.rate(given.currency, got.currency, date);
	return reference && spreadOf(given, got, reference);
}
