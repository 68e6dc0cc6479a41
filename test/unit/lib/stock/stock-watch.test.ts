import { onlyRose } from '../../../../lib/stock/stock-watch';

const promise = (quantity_to_promise: number) => ({ quantity_to_promise });

it.each([
	[5, 9, true],
	[5, 5, true],
	[5, 4, false],
	[0, 3, false],
])('stock from %i to %i may wait: %s', (told, now, waits) => {
	expect(onlyRose(promise(told), promise(now))).toBe(waits);
});
