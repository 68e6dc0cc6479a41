import fc from 'fast-check';

import { windowsOf } from '../../../../../lib/wechat-shop/orders/list-orders';

const WEEK_S = 7 * 24 * 3600;

it('covers every second of a period once, by windows that WeChat allows', () => {
	const time = fc.integer({ min: 1_600_000_000, max: 2_000_000_000 });
	fc.assert(
		fc.property(time, fc.integer({ min: 0, max: 400 * 24 * 3600 }), (from, length) => {
			const windows = windowsOf({ from, until: from + length });
			expect(windows[0]?.from).toBe(from);
			expect(windows.at(-1)?.until).toBe(from + length);
			for (const [index, window] of windows.entries()) {
				expect(window.until - window.from).toBeLessThanOrEqual(WEEK_S);
				const next = windows[index + 1];
				if (next) expect(next.from).toBe(window.until + 1);
			}
		}),
	);
	expect(windowsOf({ from: 2, until: 1 })).toEqual([]);
});
