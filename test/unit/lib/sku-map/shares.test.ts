import fc from 'fast-check';

import { pricedPieces, shares } from '../../../../lib/sku-map/shares';

it('gives the fen left over to those that lost most by rounding', () => {
	expect(shares(100, [1, 1, 1])).toEqual([34, 33, 33]);
	expect(shares(100, [20, 10, 0])).toEqual([67, 33, 0]);
	expect(shares(0, [1, 2])).toEqual([0, 0]);
	expect(() => shares(1, [0, 0])).toThrow(RangeError);
});

it('always adds up, and never strays a fen from the exact share', () => {
	const weights = fc.array(fc.integer({ min: 0, max: 10_000_000 }), {
		minLength: 1,
		maxLength: 12,
	});
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 1e12 }), weights, (total, raw) => {
			fc.pre(raw.some((weight) => weight > 0));
			const cents = raw.map((weight) => weight / 100);
			const split = shares(total, cents);
			const all = raw.reduce((sum, weight) => sum + weight, 0);
			expect(split.reduce((sum, fen) => sum + fen, 0)).toBe(total);
			split.forEach((fen, index) => {
				const exact = (BigInt(total) * BigInt(raw[index] ?? 0)) / BigInt(all);
				expect([exact, exact + 1n]).toContain(BigInt(fen));
			});
		}),
	);
});

it('prices pieces in whole fen that add up', () => {
	const amount = fc.integer({ min: 0, max: 1e12 });
	fc.assert(
		fc.property(amount, fc.integer({ min: 1, max: 100_000 }), (total, pieces) => {
			const priced = pricedPieces(total, pieces);
			expect(priced.length).toBeLessThanOrEqual(2);
			expect(priced.reduce((sum, one) => sum + one.quantity, 0)).toBe(pieces);
			expect(priced.reduce((sum, one) => sum + one.quantity * one.unit_price_fen, 0)).toBe(total);
		}),
	);
});
