import { ratesInHome, readDailyRate } from '../../../../lib/settlement/daily-rates';
import { ratioFrom, ratioText, type Ratio } from '../../../../lib/settlement/ratio';

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

describe('rates in the currency of the company', () => {
	const rate = (from: string, to: string, text: string) => ({
		...{ from, to, date: '2026-11-21' },
		rate: ratioFrom(text),
	});
	const shown = (rates: Map<string, Ratio>) =>
		[...rates].map(([currency, ratio]) => `${currency} ${ratioText(ratio, 4)}`);

	it('follow from one rate to the other', () => {
		const rates = [rate('USD', 'CNY', '7.2'), rate('USD', 'INR', '84')];
		expect(shown(ratesInHome(rates, 'INR')).sort()).toEqual(['CNY 0.0857', 'USD 0.0119']);
		expect(shown(ratesInHome(rates, 'USD')).sort()).toEqual(['CNY 7.2000', 'INR 84.0000']);
	});

	it('are refused where they do not connect', () => {
		expect(() => ratesInHome([rate('USD', 'CNY', '7.2')], 'INR')).toThrow(
			expect.objectContaining({
				code: 'ODOO_RATE_UNCONNECTED',
				message: expect.stringContaining('USD, CNY'),
			}),
		);
	});
});
