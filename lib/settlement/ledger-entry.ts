import type { Money } from '../core/money';

/**
 * A part of an order's money: what the buyer `paid`, what WeChat or the acquirer `settled` before its `fee`, what the
 * acquirer has `paid_out`, what the bank account `received` after the bank's `bank_charge`.
 */
export type Leg = 'paid' | 'settled' | 'fee' | 'paid_out' | 'received' | 'bank_charge';

/** One entry of the ledger. Entries never change: a correction is another entry. */
export interface LedgerEntry {
	/** What the entry is about: the same row of the same kind of document has the same key. */
	key: string;
	mchid: string;
	transaction_id: string;
	leg: Leg;
	/** From the merchant's side: refunds and deductions are negative. */
	amount: Money;
	/** The document's rate, as decimal text; empty where it has none. */
	rate: string;
	/** For people: the document, e.g. `WeChat statement 2026-11-21`. */
	source: string;
	/** Hash of the document, hex. */
	document: string;
	/** The day it counts for, `yyyy-MM-dd`. */
	date: string;
	/** The payout it belongs to. */
	payout?: string;
}

/** An entry as Odoo has it. */
export interface StoredEntry extends LedgerEntry {
	/** Database id of the sale order. */
	orderId: number;
	/** Its name, e.g. `S00042`. */
	order: string;
}

/** What the ledger already contains under a key. */
export interface KnownEntry {
	/** Smallest units. */
	amount: number;
	document: string;
}

/** An entry to append. `sequence` is 1 for the first entry of its key, and higher for corrections. */
export type NewEntry = LedgerEntry & { sequence: number };

/**
 * What to append so that the ledger agrees with an entry: all of it at first, the difference when a later
 * document corrects it, nothing when this document was recorded before or the amounts agree.
 *
 * @param known the entries under its key
 */
export function entryToAppend(entry: LedgerEntry, known: KnownEntry[]): NewEntry | undefined {
	if (known.some(({ document }) => document === entry.document)) return undefined;
	const difference = known.reduce((left, { amount }) => left - amount, entry.amount.amount);
	if (known.length > 0 && difference === 0) return undefined;
	const amount = { ...entry.amount, amount: difference };
	return { ...entry, amount, sequence: known.length + 1 };
}

/** What became of rows: `recorded` now, `known` from before, or `corrected` by a difference. */
export type RecordStatus = 'recorded' | 'known' | 'corrected';

/** @param sequences of the entries that were appended */
export const recordStatus = (sequences: number[]): RecordStatus =>
	sequences.some((sequence) => sequence > 1)
		? 'corrected'
		: sequences.length > 0
			? 'recorded'
			: 'known';
