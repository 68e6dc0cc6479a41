import { groupBy } from '../core/collections';
import { allocate, money, toDecimal } from '../core/money';
import type { LedgerEntry, StoredEntry } from './ledger-entry';
import type { CheckedPayout, Payout } from './payout';
import { sumOf } from './payout-spreads';
import { rateOf, ratioText } from './ratio';
import type { Receipt } from './receipt';
import { RATE_DIGITS } from './statement-entries';

/**
 * The entries of a receipt: the amount received and the bank's charges, each divided among the payout's orders in
 * proportion to their net amounts, to the smallest unit. An order that only had a refund on these days gets
 * a negative share. The rate is home currency for one unit of the payout's, before charges.
 *
 * @throws RangeError where the net amounts add up to 0
 */
export function receiptEntries({ payout, orders }: CheckedPayout, receipt: Receipt): LedgerEntry[] {
	// Sorted, so that repeating it divides in the same way.
	const sorted = [...orders].sort((a, b) => (a.transaction_id < b.transaction_id ? -1 : 1));
	const weights = sorted.map(({ net }) => net);
	const { amount, charges, document, date, reference } = receipt;
	const received = allocate(amount.amount, weights);
	const charged = allocate(charges.amount, weights);
	const gross = { ...amount, amount: amount.amount + charges.amount };
	const rate = rateOf(payout.settled, gross);
	return sorted.flatMap(({ mchid, transaction_id }, index): LedgerEntry[] => {
		const key = `${mchid}_${transaction_id}_${payout.batch_id}`;
		const shared = {
			mchid,
			transaction_id,
			rate: rate ? ratioText(rate, RATE_DIGITS) : '',
			source: `Receipt ${reference}`,
			document,
			date,
			payout: payout.batch_id,
		};
		const share = { ...amount, amount: received[index] ?? 0 };
		const charge = { ...charges, amount: 0 - (charged[index] ?? 0) };
		return [
			{ ...shared, key: `${key}_received`, leg: 'received', amount: share },
			...(charges.amount === 0
				? []
				: [{ ...shared, key: `${key}_bank_charge`, leg: 'bank_charge' as const, amount: charge }]),
		];
	});
}

/** The receipt that the entries of a payout were made from; undefined for a payout without any. */
export function receiptFromEntries(entries: LedgerEntry[]): Receipt | undefined {
	const received = entries.filter(({ leg }) => leg === 'received');
	const [amount, last] = [sumOf(received), received.at(-1)];
	if (!amount || !last) return undefined;
	const charges = sumOf(entries.filter(({ leg }) => leg === 'bank_charge'));
	const reference = last.source.replace(/^Receipt /, '');
	return {
		reference,
		text: reference,
		date: last.date,
		amount,
		charges: money(0 - (charges?.amount ?? 0), amount.currency),
		document: last.document,
	};
}

/** What an order got of a receipt, decimal text. */
export interface OrderShare {
	order: string;
	transaction_id: string;
	received: string;
}

/** What each order got of a payout. @param entries all entries of its orders */
export function orderShares({ batch_id }: Payout, entries: StoredEntry[]): OrderShare[] {
	const own = entries.filter(({ leg, payout }) => leg === 'received' && payout === batch_id);
	return [...groupBy(own, (entry) => entry.transaction_id)].flatMap(([transaction_id, all]) => {
		const [order, amount] = [all.at(-1)?.order ?? '', sumOf(all)];
		return amount ? [{ order, transaction_id, received: toDecimal(amount) }] : [];
	});
}
