import { toDecimal, type Money } from '../../core/money';
import { pairReceipts, type Pair, type Received } from '../pair-receipts';
import type { Tolerance, Unmatched } from '../match-receipts';
import { checkPayout, type CheckedPayout, type Payout } from '../payout';
import type { Receipt } from '../receipt';
import { receiptStamps } from '../receipt-entries';
import { remittance, type Remittance } from '../remittance-register';
import type { OdooClient } from '../../odoo/client';
import { appendStamps } from './append-entries';
import type { RateTable } from './company-rates';
import { entriesOf, readLedger, type LedgerEntry } from './read-ledger';
import { payoutOrders } from './payout-orders';
import { payoutSpreads, type PayoutSpreads } from './payout-spreads';
import { writeOrderMoney } from './write-order-money';

/** A payout that came in, divided among its orders. */
export interface ReceivedPayout extends Remittance, PayoutSpreads {
	/** `stamped`: divided now. `known`: it was. `corrected`: the bank's correction was appended. */
	status: 'stamped' | 'known' | 'corrected';
	matched_by: Pair['by'];
	/** What each order got, decimal text. */
	shares: Array<{ order: string; transaction_id: string; received: string }>;
}

export interface ReceiptOptions {
	tolerance: Tolerance;
	purposeCode: string;
	rates: RateTable;
}

export interface ReceiptsOutcome {
	received: ReceivedPayout[];
	/** For a person: why, and what to do. */
	review: Array<Unmatched & { difference?: Money }>;
}

/**
 * One receipt for each payout, divided among the orders of its days in proportion to what each was settled for, to
 * the smallest unit, once. A payout that does not equal its statement days is left to a person, like whatever cannot
 * be matched: nothing is booked by guess.
 */
export async function recordReceipts(
	odoo: OdooClient,
	payouts: Payout[],
	receipts: Receipt[],
	options: ReceiptOptions,
): Promise<ReceiptsOutcome> {
	const earlier = await receivedBefore(odoo, payouts);
	const { pairs, unmatched } = pairReceipts(payouts, receipts, earlier, options.tolerance);
	const outcome: ReceiptsOutcome = { received: [], review: [...unmatched] };
	for (const pair of pairs) {
		const { nets, sales } = await payoutOrders(odoo, pair.payout);
		const checked = checkPayout(pair.payout, nets);
		if (checked.problem) {
			const { payout, receipt } = pair;
			const difference = { ...payout.settled, amount: checked.difference };
			outcome.review.push({ payout, receipt, reason: checked.problem, difference });
			continue;
		}
		const stamps = receiptStamps(checked, pair.receipt).flatMap((stamp) => {
			const sale = sales.get(stamp.transaction_id);
			return sale ? [{ stamp, sale }] : [];
		});
		const { appended } = await appendStamps(odoo, stamps);
		const entries = await entriesOf(odoo, [...sales.keys()]);
		await writeOrderMoney(odoo, entries);
		const corrected = appended.some(({ sequence }) => sequence > 1);
		outcome.received.push({
			status: corrected ? 'corrected' : appended.length > 0 ? 'stamped' : 'known',
			matched_by: pair.by,
			...remittance(checked, pair.receipt, options.purposeCode),
			...payoutSpreads(checked, pair.receipt, entries, options.rates),
			shares: sharesOf(checked, entries),
		});
	}
	return outcome;
}

/** Hashes of the receipts that each of these payouts was received with. */
async function receivedBefore(odoo: OdooClient, payouts: Payout[]): Promise<Received> {
	const numbers = payouts.map(({ batch_id }) => batch_id);
	const entries = await readLedger(odoo, [
		['x_leg', '=', 'received'],
		['x_payout', 'in', numbers],
	]);
	const received = new Map<string, Set<string>>();
	for (const { payout, document } of entries) {
		received.set(payout, (received.get(payout) ?? new Set()).add(document));
	}
	return received;
}

function sharesOf({ payout }: CheckedPayout, entries: LedgerEntry[]): ReceivedPayout['shares'] {
	const shares = new Map<string, { order: string; amount: Money }>();
	for (const { leg, payout: batch, transaction_id, order, amount } of entries) {
		if (leg !== 'received' || batch !== payout.batch_id) continue;
		const before = shares.get(transaction_id)?.amount.amount ?? 0;
		shares.set(transaction_id, { order, amount: { ...amount, amount: before + amount.amount } });
	}
	return [...shares].map(([transaction_id, { order, amount }]) => ({
		order,
		transaction_id,
		received: toDecimal(amount),
	}));
}
