import { toAppend, type Append, type Stamp } from '../../../../lib/settlement/ledger-entry';

/** The ledger as Odoo keeps it: entries by key, never changed. */
export function ledger() {
	const entries: Append[] = [];
	const byKey = new Map<string, Append[]>();
	return {
		entries,
		/** Returns how many entries it appended. */
		stamp(stamps: Stamp[]): number {
			let appended = 0;
			for (const stamp of stamps) {
				const before = byKey.get(stamp.key) ?? [];
				const entry = toAppend(
					stamp,
					before.map(({ amount, document }) => ({ amount: amount.amount, document })),
				);
				if (!entry) continue;
				entries.push(entry);
				byKey.set(stamp.key, [...before, entry]);
				appended += 1;
			}
			return appended;
		},
		sum: (wanted: (entry: Append) => boolean) =>
			entries.filter(wanted).reduce((all, { amount }) => all + amount.amount, 0),
	};
}
