import fc from 'fast-check';

import { planShares } from '../../../../../lib/wechat-pay/profit-sharing/plan-shares';

const anna = { code: 'ANNA', type: 'PERSONAL_OPENID' as const, account: 'oAnna', rate: 500 };
const agency = { code: 'ANNA', type: 'MERCHANT_ID' as const, account: '1900000109', rate: 250 };
const shares = (rates: (typeof anna | typeof agency)[], left: number, limit?: number) =>
	planShares(rates, 'ANNA', left, 'Commission', limit);

it('gives each receiver of the code its rate of what is left, rounded down', () => {
	const other = { ...anna, code: 'BEN' };
	expect(shares([anna, agency, other], 19_999)).toEqual([
		{ type: 'PERSONAL_OPENID', account: 'oAnna', amount: 999, description: 'Commission' },
		{ type: 'MERCHANT_ID', account: '1900000109', amount: 499, description: 'Commission' },
	]);
	expect(planShares([anna], '', 19_999, '')).toEqual([]);
	expect(shares([anna], 19)).toEqual([]);
});

it('never shares more than the limit, whatever the amount and the rates', () => {
	const rates = fc.array(fc.integer({ min: 1, max: 1500 }), { minLength: 1, maxLength: 5 });
	fc.assert(
		fc.property(rates, fc.nat({ max: 100_000_000 }), (of, left) => {
			const lines = of.map((rate, index) => ({ ...anna, account: `o${index}`, rate }));
			const sum = of.reduce((all, rate) => all + rate, 0);
			if (sum > 3000) {
				expect(() => shares(lines, left)).toThrow(
					expect.objectContaining({ code: 'WECHAT_SHARE_TOO_LARGE' }),
				);
				return;
			}
			const total = shares(lines, left).reduce((all, { amount }) => all + amount, 0);
			expect(total * 10_000).toBeLessThanOrEqual(left * sum);
		}),
	);
});

it.each([
	['a receiver twice', [anna, anna]],
	['a rate as a decimal', [{ ...anna, rate: 0.05 }]],
	['no account', [{ ...anna, account: '' }]],
])('refuses %s', (_, rates) => {
	expect(() => shares(rates, 100)).toThrow(
		expect.objectContaining({ code: 'WECHAT_SHARE_RATES_INVALID' }),
	);
});
