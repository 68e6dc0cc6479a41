import { dayEntry, openEntry } from '../../../../lib/reconciliation/open-list';
import { openReport } from '../../../../lib/reconciliation/open-report';

const day = { mchid: '', date: '2026-11-19' };
const entry = (transaction_id: string, date = day.date) =>
	openEntry(
		{ mchid: '', date },
		{
			...{ kind: 'in_review', mchid: '', transaction_id, out_trade_no: '', order: 'S1' },
			...{ cause: 'A SKU is missing.', next_step: 'Complete the draft.' },
		},
	);

it('shows what is open with its age, the oldest first, and what was closed today', () => {
	const report = openReport(
		[
			entry('2', '2026-11-21'),
			entry('1'),
			dayEntry({ mchid: '', date: '2026-11-20' }),
			{ ...entry('3'), state: 'closed', closed: '2026-11-22' },
			{ ...entry('4'), state: 'closed', closed: '2026-11-21' },
			{ ...entry('5'), state: 'dismissed' },
			{ ...dayEntry(day), state: 'closed', closed: '2026-11-22' },
		],
		'2026-11-22',
	);
	expect(report).toMatchObject({
		...{ date: '2026-11-22', agrees: false, open: 2, oldest_days: 3, closed_today: 1 },
		...{ days_not_compared: ['2026-11-20'], closed_entries: [{ transaction_id: '3' }] },
	});
	expect(report.entries.map(({ date, age_days }) => `${date} ${age_days}`)).toEqual([
		'2026-11-19 3',
		'2026-11-20 2',
		'2026-11-21 1',
	]);
	expect(report.text.split('\n').slice(0, 2)).toEqual([
		'2026-11-22: 2 open differences, 1 closed today, 1 days not compared.',
		'2026-11-19 (3 days): in_review: S1, 1. A SKU is missing. Complete the draft.',
	]);
});

it('agrees when nothing is open', () => {
	const closed = { ...dayEntry(day), state: 'closed' as const };
	expect(openReport([closed], '2026-11-22')).toMatchObject({ agrees: true, open: 0, entries: [] });
});
