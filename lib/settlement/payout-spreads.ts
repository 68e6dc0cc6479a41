import { money, toDecimal, type Money } from '../core/money';
import type { Leg, LedgerEntry } from './ledger-entry';
import type { Payout } from './payout';
import type { RateTable } from './rate-table';
import type { Receipt } from './receipt';
import { spreadOf, type Spread } from './spread';

/** The cost of the two conversions and of the bank, each on its own; empty without a rate to compare with. Decimal text. */
export interface PayoutSpreads {
	/** What the buyers paid on the payout's days, less refunds. */
	paid: string;
	paid_currency: string;
	/** WeChat's conversion of what was paid, compared with the rates of Odoo's currency table. */
	settlement_spread: string;
	settlement_spread_percent: string;
	/** The fee of WeChat or the acquirer, which is not part of the spread. */
	settlement_fee: string;
	settlement_fee_currency: string;
	/** The acquirer's conversion of what it had settled, after its fee; empty without an acquirer. */
	acquirer_spread: string;
	acquirer_spread_percent: string;
	/** The bank's conversion, before its charges. */
	bank_spread: string;
	bank_spread_percent: string;
}

/** Both spreads of a payout. @param entries all entries of its orders */
export function payoutSpreads(
	payout: Payout,
	receipt: Receipt,
	entries: LedgerEntry[],
	rates: RateTable,
): PayoutSpreads {
	const { currency } = payout.settled;
	const own = payout.acquirer
		? entries.filter((entry) => entry.payout === payout.batch_id)
		: entries.filter(({ date }) => date >= payout.from && date <= payout.until);
	const sum = (leg: Leg) => sumOf(own.filter((entry) => entry.leg === leg));
	const [paid, settled, fee] = [sum('paid'), sum('settled'), sum('fee')];
	const byWechat = paid && settled && spread(paid, settled, payout.until, rates);
	const paidOut = payout.acquirer && sum('paid_out');
	const net = settled && money(settled.amount + (fee?.amount ?? 0), settled.currency);
	const byAcquirer = paidOut && net && spread(net, paidOut, payout.date, rates);
	const gross = money(receipt.amount.amount + receipt.charges.amount, receipt.amount.currency);
	const byBank = spread(payout.settled, gross, receipt.date, rates);
	return {
		paid: paid ? toDecimal(paid) : '',
		paid_currency: paid?.currency ?? '',
		settlement_spread: byWechat ? toDecimal(byWechat.lost) : '',
		settlement_spread_percent: byWechat?.percent ?? '',
		settlement_fee: toDecimal(money(0 - (fee?.amount ?? 0), fee?.currency ?? currency)),
		settlement_fee_currency: fee?.currency ?? currency,
		acquirer_spread: byAcquirer ? toDecimal(byAcquirer.lost) : '',
		acquirer_spread_percent: byAcquirer?.percent ?? '',
		bank_spread: byBank ? toDecimal(byBank.lost) : '',
		bank_spread_percent: byBank?.percent ?? '',
	};
}

/** The sum of entries in the currency of the first; undefined for no entries. */
export function sumOf(entries: LedgerEntry[]): Money | undefined {
	const [first] = entries;
	const sum = entries.reduce((all, { amount }) => all + amount.amount, 0);
	return first && money(sum, first.amount.currency);
}

function spread(given: Money, got: Money, date: string, rates: RateTable): Spread | undefined {
	const reference = rates.rate(given.currency, got.currency, date);
	return reference && spreadOf(given, got, reference);
}
