import { nextAttempt } from '../../../../../lib/wechat-pay/refunds/waiting-refund';

const START = Date.parse('2026-11-22T00:00:00Z');

test('asks again after 1, 2 and 4 hours, then every 6, and gives up after three days', () => {
	const hours: number[] = [];
	let waiting = nextAttempt(undefined, START);
	while (waiting) {
		const at = Date.parse(waiting.next_attempt);
		hours.push((at - START) / 3_600_000);
		expect(waiting).toMatchObject({ since: '2026-11-22T00:00:00.000Z', attempts: hours.length });
		waiting = nextAttempt(waiting, at);
	}
	expect(hours.slice(0, 5)).toEqual([1, 3, 7, 13, 19]);
	expect(hours.at(-1)).toBe(72);
});

test.each([null, 'x', 42, {}, { since: 'soon' }, { since: '2030-01-01T00:00:00Z', attempts: -1 }])(
	'starts anew when the item says %j',
	(before) => {
		expect(nextAttempt(before, START)).toMatchObject({
			attempts: 1,
			since: '2026-11-22T00:00:00.000Z',
		});
	},
);
