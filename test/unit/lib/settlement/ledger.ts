import {
	entryToAppend,
	type LedgerEntry,
	type NewEntry,
} from '../../../../lib/settlement/ledger-entry';

/** The ledger as Odoo keeps it: entries by key, never changed. */
export function ledger() {
	const entries: NewEntry[] = [];
	const byKey = new Map<string, NewEntry[]>();
	return {
		entries,
		/** Returns how many entries it appended. */
		append(wanted: LedgerEntry[]): number {
			let appended = 0;
			for (const entry of wanted) {
				const known = byKey.get(entry.key) ?? [];
				const missing = entryToAppend(
					entry,
					known.map(({ amount, document }) => ({ amount: amount.amount, document })),
				);
				if (!missing) continue;
				entries.push(missing);
				byKey.set(entry.key, [...known, missing]);
				appended += 1;
			}
			return appended;
		},
		sum: (wanted: (entry: NewEntry) => boolean) =>
			entries.filter(wanted).reduce((all, { amount }) => all + amount.amount, 0),
	};
}
