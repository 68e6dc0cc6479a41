import fc from 'fast-check';

import type { Difference, DifferenceKind } from '../../../../lib/reconciliation/difference';
import {
	DAY,
	dayEntry,
	listChanges,
	openEntry,
	type OpenEntry,
} from '../../../../lib/reconciliation/open-list';

const day = { mchid: '', date: '2026-11-21' };
const difference = (index: number, kind: DifferenceKind = 'missing_in_odoo'): Difference => ({
	...{ kind, mchid: '1900000001', transaction_id: `42000${index}`, out_trade_no: `SHOP${index}` },
	...{ cause: 'It was lost.', next_step: 'Record it.' },
});

/** The list as it is after these changes. */
const applied = (known: OpenEntry[], changes: OpenEntry[]): OpenEntry[] => [
	...new Map([...known, ...changes].map((entry) => [entry.key, entry])).values(),
];
const after = (known: OpenEntry[], found: Difference[], today: string) =>
	applied(known, listChanges(day, found, known, today));
const statesOf = (list: OpenEntry[]) =>
	Object.fromEntries(
		list.map(({ kind, transaction_id, state }) => [transaction_id || kind, state]),
	);

it('keeps a difference open until a comparison no longer finds it, and says on which day', () => {
	const first = after([], [difference(1), difference(2)], '2026-11-22');
	expect(statesOf(first)).toEqual({ '420001': 'open', '420002': 'open', [DAY]: 'closed' });
	const second = after(first, [difference(2)], '2026-11-23');
	expect(statesOf(second)).toMatchObject({ '420001': 'closed', '420002': 'open' });
	expect(second.find(({ transaction_id }) => transaction_id === '420001')?.closed).toBe(
		'2026-11-23',
	);
});

it('opens what is there again, but not what a person has dismissed', () => {
	const closed = after(after([], [difference(1)], '2026-11-22'), [], '2026-11-23');
	expect(statesOf(after(closed, [difference(1)], '2026-11-24'))).toMatchObject({
		'420001': 'open',
	});
	const dismissed = closed.map((entry) => ({ ...entry, state: 'dismissed' as const }));
	expect(statesOf(after(dismissed, [difference(1)], '2026-11-24'))).toMatchObject({
		'420001': 'dismissed',
	});
});

it('tells kinds, refunds, rows, days and merchants apart by the key', () => {
	const entries = [
		openEntry(day, difference(1)),
		openEntry(day, difference(1, 'in_review')),
		openEntry(day, { ...difference(1, 'refund_open'), refund_id: '501' }),
		openEntry(day, { ...difference(1, 'row_unreadable'), transaction_id: '', row: 7 }),
		openEntry({ ...day, date: '2026-11-22' }, difference(1)),
		openEntry({ ...day, mchid: '2' }, difference(1)),
		dayEntry(day),
	];
	expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
});

it('has open exactly what the last comparison found, and changes nothing when it runs again', () => {
	const some = fc.uniqueArray(fc.nat(20), { maxLength: 12 });
	fc.assert(
		fc.property(fc.array(some, { minLength: 1, maxLength: 6 }), (runs) => {
			let list: OpenEntry[] = [];
			for (const found of runs) {
				const differences = found.map((index) => difference(index));
				list = after(list, differences, '2026-11-22');
				expect(listChanges(day, differences, list, '2026-11-23')).toEqual([]);
			}
			const open = list
				.filter(({ state }) => state === 'open')
				.map((entry) => entry.transaction_id);
			expect(open.sort()).toEqual((runs.at(-1) ?? []).map((index) => `42000${index}`).sort());
		}),
	);
});
