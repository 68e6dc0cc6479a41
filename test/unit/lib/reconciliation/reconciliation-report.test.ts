import { compareDay } from '../../../../lib/reconciliation/compare-day';
import type { DayRecords } from '../../../../lib/reconciliation/day-records';
import { reconciliationReport } from '../../../../lib/reconciliation/reconciliation-report';
import { DATE, number, order, pay, refund } from './day';

const reportOf = (day: DayRecords) => reconciliationReport(day, compareDay(day));

it('counts payments, refunds and differences', () => {
	const bill = [pay(1), pay(2), refund(1)];
	const report = reportOf({ bill, orders: [order(1)], date: DATE });
	expect(report).toMatchObject({
		...{ date: DATE, payments: 2, refunds: 1, orders: 1, differences: 1, agrees: false },
		by_kind: { missing_in_odoo: 1 },
	});
	expect(report.text).toContain(number(2));
	const same = { bill: [pay(1)], orders: [order(1)], date: DATE };
	expect(reportOf(same)).toMatchObject({ agrees: true });
});

it('counts what n8n received', () => {
	const n8n = new Map([
		[number(1), '1900000001'],
		[number(2), ''],
	]);
	const bill = [pay(1), pay(2), pay(6)];
	const report = reportOf({ bill, orders: [order(1), order(2), order(6)], date: DATE, n8n });
	expect(report).toMatchObject({ payments: 3, in_n8n: 2, differences: 0, agrees: true });
	expect(report.text).toContain('2 of the payments received by n8n');
});
