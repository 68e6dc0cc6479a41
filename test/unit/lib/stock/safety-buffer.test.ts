import fc from 'fast-check';

import { bufferOf, quantityToPromise, readBufferAmount } from '../../../../lib/stock/safety-buffer';

const buffer = (units: number, percent: number, own: Array<[string, number, number]> = []) => ({
	units,
	percent,
	bySku: new Map(own.map(([sku, p, q]) => [sku, { units: p, percent: q }])),
});

it('keeps back the larger of units and percent', () => {
	expect(bufferOf(buffer(3, 10), 20, [])).toBe(3);
	expect(bufferOf(buffer(3, 10), 100, [])).toBe(10);
	expect(bufferOf(buffer(0, 10), 21, [])).toBe(3);
	expect(bufferOf(buffer(2, 50), -4, [])).toBe(2);
});

it('takes the amount of a SKU in place of the general one, the first name first', () => {
	const own = buffer(5, 0, [
		['TEE', 1, 0],
		['WX-TEE', 0, 50],
	]);
	expect(bufferOf(own, 10, ['WX-TEE', 'TEE'])).toBe(5);
	expect(bufferOf(own, 10, ['TEE'])).toBe(1);
	expect(bufferOf(own, 10, ['CAP'])).toBe(5);
});

it('loses no piece to the last digit of a fraction', () => {
	expect(bufferOf(buffer(0, 7), 100, [])).toBe(7);
	expect(quantityToPromise(0.1 + 0.2 + 2.7, 0)).toBe(3);
});

it('never promises less than nothing, more than there is, or parts of a piece', () => {
	fc.assert(
		fc.property(
			fc.double({ min: -1e6, max: 1e6, noNaN: true }),
			fc.nat(1000),
			fc.double({ min: 0, max: 100, noNaN: true }),
			(free, units, percent) => {
				const promised = quantityToPromise(free, bufferOf(buffer(units, percent), free, []));
				expect(Number.isInteger(promised)).toBe(true);
				expect(promised).toBeGreaterThanOrEqual(0);
				expect(promised).toBeLessThanOrEqual(Math.max(0, free) + 1e-6);
			},
		),
	);
});

it('reads amounts as people type them', () => {
	expect(readBufferAmount('TEE', ' 5 ')).toEqual({ units: 5, percent: 0 });
	expect(readBufferAmount('TEE', '12.5 %')).toEqual({ units: 0, percent: 12.5 });
});

it.each(['', '-1', '2.5', '101%', '5 units', '1e3'])(
	'refuses the amount "%s", naming its SKU',
	(text) => {
		expect(() => readBufferAmount('TEE', text)).toThrow(/safety buffer of "TEE"/);
	},
);
