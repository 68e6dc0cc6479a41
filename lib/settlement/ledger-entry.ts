import type { Money } from '../core/money';

/**
 * A part of an order's money: what the buyer `paid`, what WeChat `settled` before its `fee`, what the
 * bank account `received` after the bank's `bank_charge`.
 */
export type Leg = 'paid' | 'settled' | 'fee' | 'received' | 'bank_charge';

/** One entry of the ledger. Nothing of it ever changes: a correction is another one. */
export interface Stamp {
	/** Names what the entry is about: the same row of the same kind of document has the same key. */
	key: string;
	mchid: string;
	transaction_id: string;
	leg: Leg;
	/** From the merchant's side: what was refunded or taken off is negative. */
	amount: Money;
	/** The document's rate, as decimal text; empty where it has none. */
	rate: string;
	/** For people: which document it is from, e.g. `WeChat statement 2026-11-21`. */
	source: string;
	/** Hash of the document, hex. */
	document: string;
	/** The day it counts for, `yyyy-MM-dd`. */
	date: string;
	/** The payout it came with. */
	payout?: string;
}

/** What the ledger already holds under a stamp's key. */
export interface Stamped {
	amount: number;
	document: string;
}

/** What is to be appended for a stamp. `sequence` is 1 for the first entry of its key, more for corrections. */
export type Append = Stamp & { sequence: number };

/**
 * What has to be appended so that the ledger says what the stamp says: all of it at first, the difference when a
 * later document says otherwise, nothing when this document was stamped before or agrees with what is there.
 */
export function toAppend(stamp: Stamp, before: Stamped[]): Append | undefined {
	if (before.some(({ document }) => document === stamp.document)) return undefined;
	const difference = before.reduce((left, { amount }) => left - amount, stamp.amount.amount);
	if (before.length > 0 && difference === 0) return undefined;
	const amount = { ...stamp.amount, amount: difference };
	return { ...stamp, amount, sequence: before.length + 1 };
}
