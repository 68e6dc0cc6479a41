import { matchReceipts, names, type Match, type Tolerance, type Unmatched } from './match-receipts';
import type { Payout } from './payout';
import type { Receipt } from './receipt';

/** Hashes of the receipts that each payout has been received with, by batch number. */
export type Received = ReadonlyMap<string, ReadonlySet<string>>;

/** A payout with its receipt; `known` when the ledger already has the pair. */
export type Pair = Omit<Match, 'by'> & { by: Match['by'] | 'known' };

/**
 * Pairs payouts and receipts, first those in the ledger: a recorded receipt never matches another payout, and a
 * received payout matches another receipt only when the receipt names it.
 */
export function pairReceipts(
	payouts: Payout[],
	receipts: Receipt[],
	received: Received,
	tolerance: Tolerance,
): { pairs: Pair[]; unmatched: Unmatched[] } {
	const known: Pair[] = payouts.flatMap((payout) => {
		const documents = received.get(payout.batch_id);
		const receipt = receipts.find(({ document }) => documents?.has(document));
		return receipt ? [{ payout, receipt, by: 'known' as const }] : [];
	});
	const recorded = new Set([...received.values()].flatMap((documents) => [...documents]));
	const open = receipts.filter(({ document }) => !recorded.has(document));
	const paid = new Set(known.map(({ payout }) => payout));
	const { matches, unmatched } = matchReceipts(
		payouts.filter((payout) => !paid.has(payout) && !received.has(payout.batch_id)),
		open.filter((receipt) => !corrects(receipt, payouts, received)),
		tolerance,
	);
	const corrections: Pair[] = open.flatMap((receipt) => {
		const payout = corrects(receipt, payouts, received);
		return payout ? [{ payout, receipt, by: 'reference' as const }] : [];
	});
	return { pairs: [...known, ...corrections, ...matches], unmatched };
}

/** The received payout that a receipt of another hash names: the bank has corrected it. */
const corrects = ({ text }: Receipt, payouts: Payout[], received: Received): Payout | undefined =>
	payouts.find(({ batch_id }) => received.has(batch_id) && names(text, batch_id));
