import { readYearCommand } from '../../../../tools/year/command-line';

test('a year is played from January 2028 into the next year, with an order an hour', () => {
	expect(readYearCommand([])).toEqual({
		plan: { from: '2028-01-01', days: 368, ordersADay: 24, looksADay: 2, every: 1 },
		json: false,
	});
});

test('a slice is chosen by its first day and its days', () => {
	const args = ['--from', '2028-02-07', '--days', '3', '--orders-a-day', '4', '--json'];
	expect(readYearCommand(args)).toEqual({
		plan: { from: '2028-02-07', days: 3, ordersADay: 4, looksADay: 2, every: 1 },
		json: true,
	});
});

test.each([
	[['--days', '0'], '--days'],
	[['--from', 'monday'], '--from'],
])('%j is refused, naming %s', (args, name) => {
	expect(() => readYearCommand(args)).toThrow(name);
});

test('help plays nothing', () => {
	expect(readYearCommand(['--help'])).toBeUndefined();
});
