import fc from 'fast-check';

import { currencyExponent, fromDecimal, money, toDecimal } from '../../../../lib/core/money';

const currency = fc.constantFrom('CNY', 'USD', 'INR', 'JPY', 'KWD');
const amount = fc.integer({ min: -(10 ** 12), max: 10 ** 12 });

describe('money', () => {
	it('becomes decimal text and back without a loss', () => {
		fc.assert(
			fc.property(amount, currency, (fen, code) => {
				const value = money(fen, code);
				expect(fromDecimal(toDecimal(value), code)).toEqual(value);
			}),
		);
	});

	it.each([
		[19_900, 'CNY', '199.00'],
		[5, 'CNY', '0.05'],
		[-5, 'CNY', '-0.05'],
		[1200, 'JPY', '1200'],
		[1234, 'KWD', '1.234'],
	])('writes %i of %s as %s', (fen, code, text) => {
		expect(toDecimal(money(fen, code))).toBe(text);
	});

	it('reads what people and bills write', () => {
		expect(fromDecimal(' 0.1 ', 'cny')).toEqual({ amount: 10, currency: 'CNY' });
		expect(fromDecimal('+7.', 'CNY').amount).toBe(700);
		expect(fromDecimal('7.5000', 'CNY').amount).toBe(750);
		expect(fromDecimal('90071992547409.91', 'CNY').amount).toBe(Number.MAX_SAFE_INTEGER);
	});

	it('refuses what no exact amount stands for', () => {
		for (const text of ['', '.5', '1,5', '0.001', '1e3', 'NaN', '90071992547409.92']) {
			expect(() => fromDecimal(text, 'CNY')).toThrow(RangeError);
		}
		expect(() => fromDecimal('1.5', 'JPY')).toThrow(RangeError);
		for (const value of [0.5, NaN, Infinity, 2 ** 53]) {
			expect(() => money(value, 'CNY')).toThrow(RangeError);
		}
	});

	it('has two decimals unless the currency is an exception', () => {
		expect([currencyExponent('cny'), currencyExponent('jpy'), currencyExponent('XYZ')]).toEqual([
			2, 0, 2,
		]);
	});
});
