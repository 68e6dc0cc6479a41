import { addDays } from '../../../../lib/core/beijing-time';
import { daysToCompare } from '../../../../lib/reconciliation/days-to-compare';
import { dayEntry, openEntry, type OpenEntry } from '../../../../lib/reconciliation/open-list';

const entry = (date: string, state: OpenEntry['state']): OpenEntry => ({
	...dayEntry({ mchid: '', date }),
	state,
});
const open = (date: string): OpenEntry =>
	openEntry(
		{ mchid: '', date },
		{
			...{ kind: 'in_review', mchid: '', transaction_id: date, out_trade_no: '' },
			...{ cause: '', next_step: '' },
		},
	);
const days = (entries: OpenEntry[], lookBack = 31) =>
	daysToCompare(entries, '2026-11-21', lookBack).map(
		({ date, reason, open_differences: count }) => `${date} ${reason} ${count}`,
	);

it('begins with the newest bill', () => expect(days([])).toEqual(['2026-11-21 new 0']));

it('catches up with three days without n8n, the oldest first', () => {
	expect(days([entry('2026-11-18', 'closed')])).toEqual([
		'2026-11-19 missed 0',
		'2026-11-20 missed 0',
		'2026-11-21 new 0',
	]);
});

it('looks again at days whose bill could not be read and at days with open differences', () => {
	const entries = [
		...[entry('2026-11-17', 'closed'), entry('2026-11-18', 'open'), entry('2026-11-19', 'closed')],
		...[open('2026-11-17'), { ...open('2026-11-19'), state: 'dismissed' as const }],
		...[entry('2026-11-20', 'closed'), entry('2026-11-21', 'closed')],
	];
	expect(days(entries)).toEqual(['2026-11-17 open 1', '2026-11-18 missed 0', '2026-11-21 new 0']);
});

it('looks back a number of days at most, and skips a day that a person dismissed', () => {
	const entries = [entry('2026-10-01', 'closed'), entry('2026-11-20', 'dismissed')];
	expect(days(entries, 3)).toEqual(['2026-11-19 missed 0', '2026-11-21 new 0']);
});

it('counts days over the end of a month', () => {
	expect([addDays('2026-11-30', 1), addDays('2026-12-01', -1)]).toEqual([
		'2026-12-01',
		'2026-11-30',
	]);
});
