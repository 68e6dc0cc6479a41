import {
	readAmount,
	readCurrency,
	readDay,
	readText,
} from '../../../../lib/settlement/field-formats';

it.each([
	['2026-11-22', '2026-11-22'],
	['20261122', '2026-11-22'],
	[20261122, '2026-11-22'],
	[' 2026-11-22 15:30:00', '2026-11-22'],
	['20261122153000', undefined],
	['22/11/2026', undefined],
	['2026-13-01', undefined],
	['', undefined],
	[null, undefined],
])('reads the day in %j', (value, day) => expect(readDay(value)).toBe(day));

it.each([
	['usd', 'USD'],
	[' CNY ', 'CNY'],
	['US', undefined],
	['元', undefined],
	[1, undefined],
])('reads the currency in %j', (value, currency) => expect(readCurrency(value)).toBe(currency));

it('reads amounts, and refuses too many digits', () => {
	expect(readAmount('1,234,567.80', 'INR')).toEqual({ amount: 123456780, currency: 'INR' });
	expect(readAmount(100, 'JPY')).toEqual({ amount: 100, currency: 'JPY' });
	expect(() => readAmount('1.005', 'INR')).toThrow(RangeError);
	expect(() => readAmount({}, 'INR')).toThrow(RangeError);
});

it('reads text and numbers', () => {
	expect([' a ', 1, true, null, {}].map(readText)).toEqual(['a', '1', '', '', '']);
});
