import { daysOf, moved } from '../../../../tools/year/month-end';

test('February of a leap year has 29 days', () => {
	expect(daysOf('2028-02')).toHaveLength(29);
	expect(daysOf('2028-02').at(-1)).toBe('2028-02-29');
	expect(daysOf('2028-12').at(-1)).toBe('2028-12-31');
});

test('a refund counts in the month in which it was made', () => {
	const amount = { total: 9900, refund: 9900 } as never;
	const payments = [
		{ success_time: '2028-02-29T23:59:59+08:00', amount },
		{ success_time: '2028-03-01T00:00:00+08:00', amount },
	];
	const refunds = [{ create_time: '2028-03-01T00:00:01+08:00', amount }];
	expect(moved('2028-02', payments, refunds)).toBe(9900);
	expect(moved('2028-03', payments, refunds)).toBe(0);
});
