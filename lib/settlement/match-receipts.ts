import { money, toDecimal } from '../core/money';
import type { Payout } from './payout';
import { convert, type Ratio } from './ratio';
import type { Receipt } from './receipt';

/** How far a receipt may be from a payout that its text does not name. */
export interface Tolerance {
	/** Days from payout to receipt. */
	days: number;
	/** Of the amount, in hundredths of a percent: 100 is 1 %. */
	basisPoints: number;
	/** Units of `to` for one of `from` on a day, for receipts without an original amount. */
	rate?(from: string, to: string, date: string): Ratio | undefined;
}

export interface Match {
	payout: Payout;
	receipt: Receipt;
	by: 'reference' | 'amount';
}

/** A receipt or a payout for review. */
export interface Unmatched {
	payout?: Payout;
	receipt?: Receipt;
	/** Why, and what to do, as a sentence. */
	reason: string;
}

/**
 * Matches one receipt with one payout: by the payout's number in the receipt's text, then by amount and date
 * where exactly one of each fits the other. Everything else is for review; nothing is guessed.
 */
export function matchReceipts(
	payouts: Payout[],
	receipts: Receipt[],
	tolerance: Tolerance,
): { matches: Match[]; unmatched: Unmatched[] } {
	const matches: Match[] = [];
	const doubtful: Unmatched[] = [];
	const open = { payouts: new Set(payouts), receipts: new Set(receipts) };
	const take = (match: Match) => {
		matches.push(match);
		open.payouts.delete(match.payout);
		open.receipts.delete(match.receipt);
	};
	const pairOff = (by: Match['by'], fits: (payout: Payout, receipt: Receipt) => boolean) => {
		const [left, right] = [[...open.payouts], [...open.receipts]];
		for (const receipt of right) {
			const candidates = left.filter((payout) => fits(payout, receipt));
			const [payout] = candidates;
			const rivals = payout ? right.filter((other) => fits(payout, other)) : [];
			if (payout && candidates.length === 1 && rivals.length === 1) take({ payout, receipt, by });
			else if (payout) {
				doubtful.push({ receipt, reason: doubt(receipt, candidates, rivals.length) });
				open.receipts.delete(receipt);
			}
		}
	};
	pairOff('reference', (payout, { text }) => names(text, payout.batch_id));
	pairOff('amount', (payout, receipt) => fits(payout, receipt, tolerance));
	return {
		matches,
		unmatched: [
			...doubtful,
			...[...open.receipts].map((receipt) => ({ receipt, reason: UNKNOWN_RECEIPT })),
			...[...open.payouts].map((payout) => ({ payout, reason: waiting(payout) })),
		],
	};
}

/**
 * Whether the text contains the number, and not only as a part of a longer one. Banks may drop the signs in it: the
 * numbers of acquirers have some (`po_1PqABC`).
 */
export function names(text: string, batchId: string): boolean {
	const bare = batchId.replace(/[^A-Za-z0-9]/g, '');
	return bare !== '' && (containsWhole(text, batchId) || containsWhole(text, bare));
}

function containsWhole(text: string, number: string): boolean {
	for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
		const around = `${text[at - 1] ?? ''}${text[at + number.length] ?? ''}`;
		if (!/[A-Za-z0-9]/.test(around)) return true;
	}
	return false;
}

const DAY_MS = 24 * 3600 * 1000;

function fits({ settled, date }: Payout, receipt: Receipt, tolerance: Tolerance): boolean {
	const days = (Date.parse(receipt.date) - Date.parse(date)) / DAY_MS;
	if (days < 0 || days > tolerance.days) return false;
	const { original, amount, charges } = receipt;
	if (original)
		return (
			original.currency === settled.currency && near(original.amount, settled.amount, tolerance)
		);
	const gross = amount.amount + charges.amount;
	if (amount.currency === settled.currency) return near(gross, settled.amount, tolerance);
	const rate = tolerance.rate?.(settled.currency, amount.currency, date);
	return (
		rate !== undefined && near(gross, convert(settled, rate, amount.currency).amount, tolerance)
	);
}

const near = (amount: number, wanted: number, { basisPoints }: Tolerance): boolean =>
	BigInt(Math.abs(amount - wanted)) * 10_000n <= BigInt(Math.abs(wanted)) * BigInt(basisPoints);

const UNKNOWN_RECEIPT =
	'No WeChat payout matches this receipt. Increase the days or the percentage in the node, or add the batch number of its payout to its reference.';

const waiting = ({ batch_id, settled, date }: Payout) =>
	`Payout ${batch_id} of ${date} over ${toDecimal(settled)} ${settled.currency} has no receipt yet. Ask the bank if it does not arrive.`;

function doubt({ reference, amount }: Receipt, candidates: Payout[], rivals: number): string {
	const credited = `${toDecimal(money(amount.amount, amount.currency))} ${amount.currency}`;
	const numbers = candidates.map(({ batch_id }) => batch_id).join(', ');
	const why =
		candidates.length > 1
			? `Receipt ${reference} over ${credited} matches more than one payout: ${numbers}.`
			: `${rivals} receipts match payout ${numbers}; one of them is ${reference} over ${credited}.`;
	return `${why} Add the batch number of the payout to the reference of its receipt, and run the step again.`;
}
