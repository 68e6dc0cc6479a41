import { isCheckDue, isOverdue } from '../../../../lib/customs/next-check';

const MINUTE = 60_000;

it('asks soon at first, then less often, and at least every hour', () => {
	const asked: number[] = [];
	let checked = NaN;
	for (let minute = 0; minute <= 12 * 60; minute++) {
		if (!isCheckDue({ since: 0, checked }, minute * MINUTE)) continue;
		asked.push(minute);
		checked = minute * MINUTE;
	}
	expect(asked.slice(0, 8)).toEqual([0, 2, 4, 6, 9, 14, 21, 32]);
	expect(asked.length).toBeLessThan(30);
	const pauses = asked.slice(1).map((minute, index) => minute - (asked[index] ?? 0));
	expect(Math.max(...pauses)).toBe(60);
});

it('wants a person after a day', () => {
	expect(isOverdue({ since: 0 }, 24 * 60 * MINUTE - 1)).toBe(false);
	expect(isOverdue({ since: 0 }, 24 * 60 * MINUTE)).toBe(true);
});
