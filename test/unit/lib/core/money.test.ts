import fc from 'fast-check';

import {
	allocate,
	currencyExponent,
	fromDecimal,
	money,
	pricedUnits,
	toDecimal,
} from '../../../../lib/core/money';

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

const anyTotal = fc.integer({ min: -(10 ** 15), max: 10 ** 15 });
const weights = fc.array(fc.integer({ min: 0, max: 10 ** 15 }), { minLength: 1 });
const small = fc.integer({ min: -(10 ** 6), max: 10 ** 6 });
const sum = (numbers: number[]) => numbers.reduce((all, number) => all + BigInt(number), 0n);

describe('allocating an amount', () => {
	it('adds up exactly, whatever the amounts and weights', () => {
		fc.assert(
			fc.property(anyTotal, weights, (total, by) => {
				fc.pre(sum(by) !== 0n);
				expect(sum(allocate(total, by))).toBe(BigInt(total));
			}),
		);
		fc.assert(
			fc.property(small, fc.array(small, { minLength: 1 }), (total, by) => {
				fc.pre(sum(by) !== 0n);
				expect(sum(allocate(total, by))).toBe(BigInt(total));
			}),
		);
	});

	it('gives each share its exact part, less than a unit off', () => {
		fc.assert(
			fc.property(anyTotal, weights, (total, by) => {
				const whole = sum(by);
				fc.pre(whole !== 0n);
				for (const [index, share] of allocate(total, by).entries()) {
					const off = BigInt(share) * whole - BigInt(total) * BigInt(by[index] ?? 0);
					expect(off < whole && off > -whole).toBe(true);
				}
			}),
		);
	});

	it('says the same again, and gives nothing for no weight', () => {
		expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
		expect(allocate(-100, [1, 1, 1])).toEqual([-33, -33, -34]);
		expect(allocate(100, [20, 10, 0])).toEqual([67, 33, 0]);
		expect(allocate(10, [3, -1, 0])).toEqual([15, -5, 0]);
		expect(allocate(10, [-3, -1])).toEqual([8, 2]);
		expect(allocate(0, [1, -1])).toEqual([0, 0]);
		expect(allocate(0, [])).toEqual([]);
	});

	it('refuses what cannot be divided', () => {
		expect(() => allocate(1, [])).toThrow(RangeError);
		expect(() => allocate(1, [1, -1])).toThrow(RangeError);
		expect(() => allocate(0.5, [1])).toThrow(RangeError);
		expect(() => allocate(1, [NaN])).toThrow(RangeError);
		expect(() => allocate(10 ** 12, [10 ** 12 + 1, -(10 ** 12)])).toThrow('nearly cancel');
	});
});

it('prices units in whole fen that add up', () => {
	const amount = fc.integer({ min: 0, max: 1e12 });
	fc.assert(
		fc.property(amount, fc.integer({ min: 1, max: 100_000 }), (total, units) => {
			const priced = pricedUnits(total, units);
			expect(priced.length).toBeLessThanOrEqual(2);
			expect(priced.reduce((sum, one) => sum + one.quantity, 0)).toBe(units);
			expect(priced.reduce((sum, one) => sum + one.quantity * one.unit_price_fen, 0)).toBe(total);
		}),
	);
});
