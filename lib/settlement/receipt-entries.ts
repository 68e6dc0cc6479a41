import { allocate } from '../core/allocate';
import type { CheckedPayout } from './payout';
import { rateOf, ratioText } from './ratio';
import type { Receipt } from './receipt';
import type { Stamp } from './ledger-entry';
import { RATE_DIGITS } from './statement-entries';

/**
 * The entries of a receipt: what came in and what the bank took, each divided among the payout's orders in
 * proportion to their net amounts, to the smallest unit. An order that only had a refund in these days gets
 * a negative share. The rate is home currency for one unit of the payout's, before charges.
 *
 * @throws RangeError where the orders of the payout come to nothing
 */
export function receiptStamps({ payout, orders }: CheckedPayout, receipt: Receipt): Stamp[] {
	// In one order, so that a repetition divides alike.
	const sorted = [...orders].sort((a, b) => (a.transaction_id < b.transaction_id ? -1 : 1));
	const weights = sorted.map(({ net }) => net);
	const { amount, charges, document, date, reference } = receipt;
	const received = allocate(amount.amount, weights);
	const taken = allocate(charges.amount, weights);
	const gross = { ...amount, amount: amount.amount + charges.amount };
	const rate = rateOf(payout.settled, gross);
	return sorted.flatMap(({ mchid, transaction_id }, index): Stamp[] => {
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
		const charge = { ...charges, amount: 0 - (taken[index] ?? 0) };
		return [
			{ ...shared, key: `${key}_received`, leg: 'received', amount: share },
			...(charges.amount === 0
				? []
				: [{ ...shared, key: `${key}_bank_charge`, leg: 'bank_charge' as const, amount: charge }]),
		];
	});
}
