import { DAY } from '../../../../tools/year/calendar';
import { yearReport, yearText } from '../../../../tools/year/report';
import { newRecord } from '../../../../tools/year/year-record';

const END = Date.parse('2028-03-31T00:00:00Z');
const MEASURED = {
	plan: { from: '2028-01-01', days: 60, ordersADay: 1, looksADay: 1, every: 1 },
	...{ seconds: 100, deliveries: 61, until: END - 30 * DAY },
};
const MONTH = {
	...{ month: '2028-01', payments: 31, refunds: 0, in_wechat: 100, in_odoo: 100 },
	...{ lost: 0, doubled: 0, wrong: 0, open: 0, moved: 100, in_ledger: 100, not_settled: 0 },
	agrees: true,
};
const played = () => {
	const record = newRecord({ secret: '', end: END });
	record.months.push(MONTH);
	return record;
};

test('a year in which all held is ready', () => {
	const report = yearReport(played(), MEASURED);
	expect(report).toMatchObject({ ready: true, lost: 0, alarms: 0, announcements: [] });
	expect(yearText(report)).toContain('2028-01  31 payments, ¥1.00 at WeChat, ¥1.00 in Odoo');
	expect(yearText(report)).toMatch(/\nReady\.$/);
});

test('a year without a comparison of the books is not ready', () => {
	expect(yearReport(newRecord({ secret: '', end: END }), MEASURED).ready).toBe(false);
});

test('a lost order, a silent end and an alarm without a cause each keep a year from being ready', () => {
	const lost = played();
	lost.months.push({ ...MONTH, lost: 1, agrees: false });
	expect(yearReport(lost, MEASURED)).toMatchObject({ ready: false, lost: 1 });

	const silent = yearReport(played(), { ...MEASURED, until: END });
	expect(silent.ready).toBe(false);
	expect(yearText(silent)).toContain('API key of Odoo, ends 2028-03-31: NOT ANNOUNCED');

	const alarmed = played();
	alarmed.alarms.push({ at: END - 40 * DAY, check: 'short', words: 'Why', by_message: false });
	expect(yearReport(alarmed, MEASURED)).toMatchObject({
		ready: false,
		alarms_without_cause: [{ check: 'short', at: '2028-02-20T00:00:00.000Z' }],
	});
});
