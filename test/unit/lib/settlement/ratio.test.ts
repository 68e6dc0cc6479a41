import fc from 'fast-check';

import { money } from '../../../../lib/core/money';
import {
	convert,
	inverse,
	product,
	rateOf,
	ratioFrom,
	ratioText,
} from '../../../../lib/settlement/ratio';

const currency = fc.constantFrom('CNY', 'USD', 'JPY', 'KWD');
const positive = fc.integer({ min: 1, max: 10 ** 12 });

describe('rates', () => {
	it.each([
		[money(71000, 'CNY'), money(10000, 'USD'), 8, '0.14084507'],
		[money(10000, 'USD'), money(71000, 'CNY'), 4, '7.1000'],
		[money(30000, 'JPY'), money(19859, 'USD'), 6, '0.006620'],
		[money(1000, 'KWD'), money(325, 'USD'), 2, '3.25'],
		[money(-200, 'USD'), money(-1, 'INR'), 2, '0.01'],
		[money(100, 'USD'), money(8550, 'INR'), 0, '86'],
	])('of %j for %j are exact, and printed with %i digits', (given, got, digits, text) => {
		expect(ratioText(rateOf(given, got)!, digits)).toBe(text);
	});

	it('of nothing there are none', () => {
		expect(rateOf(money(0, 'CNY'), money(1, 'USD'))).toBeUndefined();
		expect(rateOf(money(1, 'CNY'), money(0, 'USD'))).toBeUndefined();
	});

	it('turn what was given into exactly what was got, for any currencies', () => {
		fc.assert(
			fc.property(positive, currency, positive, currency, (given, from, got, to) => {
				const rate = rateOf(money(given, from), money(got, to))!;
				expect(convert(money(given, from), rate, to)).toEqual(money(got, to));
				expect(convert(money(-got, to), inverse(rate), from)).toEqual(money(-given, from));
			}),
		);
	});

	it('are read from decimal text', () => {
		expect(ratioText(ratioFrom('7.10'), 3)).toBe('7.100');
		expect(ratioText(product(ratioFrom('0.5'), ratioFrom('3')), 1)).toBe('1.5');
		for (const text of ['', '0', '0.00', '-1', '1e3', '1,5']) {
			expect(() => ratioFrom(text)).toThrow(RangeError);
		}
	});
});
