import fc from 'fast-check';

import { stockDifference } from '../../../../../lib/wechat-api/stock/difference';

it('turns the stock there is into the one wanted, and never below nothing', () => {
	expect(stockDifference(5, 5)).toBeUndefined();
	expect(stockDifference(5, 8)).toEqual({ diff_type: 1, num: 3 });
	expect(stockDifference(5, -3)).toEqual({ diff_type: 2, num: 5 });
	const units = fc.integer({ min: 0, max: 1_000_000 });
	fc.assert(
		fc.property(units, units, (there, wanted) => {
			const { diff_type, num } = stockDifference(there, wanted) ?? { diff_type: 1, num: 0 };
			expect(there + (diff_type === 1 ? num : -num)).toBe(wanted);
		}),
	);
});
