import { readDailyRate } from '../../../../lib/settlement/daily-rates';
import { ratioText } from '../../../../lib/settlement/ratio';

describe('reading a daily rate', () => {
	it.each([
		[{ from: 'usd', to: 'INR', rate: '84.125', date: '2026-11-21' }, 'USD INR 84.125 2026-11-21'],
		[
			{ fee_type: 'USD', rate_time: '20261121', rate: '710000000', cny_per_unit: '7.1' },
			'USD CNY 7.100 2026-11-21',
		],
	])('%j', (fields, wanted) => {
		const { from, to, rate, date } = readDailyRate(fields);
		expect(`${from} ${to} ${ratioText(rate, 3)} ${date}`).toBe(wanted);
	});

	it.each([
		{ from: 'USD', to: 'USD', rate: '1', date: '2026-11-21' },
		{ from: 'USD', to: 'INR', rate: '84,1', date: '2026-11-21' },
		{ from: 'USD', to: 'INR', rate: '0', date: '2026-11-21' },
		{ from: 'USD', to: 'INR', rate: '84.1', date: 'today' },
		{},
	])('is refused: %j', (fields) => {
		expect(() => readDailyRate(fields)).toThrow(expect.objectContaining({ code: 'NOT_A_RATE' }));
	});
});
