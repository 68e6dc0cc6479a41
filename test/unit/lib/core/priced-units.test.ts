import fc from 'fast-check';

import { pricedUnits } from '../../../../lib/core/priced-units';

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
