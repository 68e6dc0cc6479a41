import fc from 'fast-check';

import { IntegrationError } from '../../../../lib/core/errors';
import {
	nextPause,
	readRetryAfter,
	withRetry,
	type CallContext,
	type RetryPolicy,
} from '../../../../lib/core/retry';

const failure = (more: { retryable?: boolean; retryAfterMs?: number } = {}) =>
	new IntegrationError({ code: 'X', message: '', likelyCause: '', nextStep: '', ...more });

const policies: fc.Arbitrary<RetryPolicy> = fc.record({
	baseMs: fc.integer({ min: 1, max: 2_000 }),
	maxMs: fc.integer({ min: 1, max: 20_000 }),
	budgetMs: fc.integer({ min: 1, max: 120_000 }),
	attempts: fc.integer({ min: 1, max: 12 }),
});

it('never makes more attempts, waits longer or starts later than the policy allows', async () => {
	const randoms = fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), {
		minLength: 12,
		maxLength: 12,
	});
	await fc.assert(
		fc.asyncProperty(policies, randoms, async (policy, chances) => {
			let now = 0;
			let made = 0;
			const pauses: number[] = [];
			const context = {
				now: () => now,
				monotonic: () => now,
				random: () => chances[made - 1] ?? 0,
				sleep: async (ms: number) => {
					pauses.push(ms);
					now += ms;
				},
			};
			const attempt = async () => {
				made += 1;
				return await Promise.reject(failure({ retryable: true }));
			};
			await expect(withRetry(context, policy, attempt)).rejects.toMatchObject({ code: 'X' });
			expect(made).toBeLessThanOrEqual(policy.attempts ?? 0);
			expect(pauses).toHaveLength(made - 1);
			expect(Math.max(0, ...pauses)).toBeLessThanOrEqual(policy.maxMs);
			if (made > 1) expect(now).toBeLessThan(policy.budgetMs);
		}),
		{ numRuns: 200 },
	);
});

it('waits at least as long as it is asked to, or gives up', () => {
	fc.assert(
		fc.property(policies, fc.nat(200_000), fc.nat(12), (policy, retryAfterMs, attempt) => {
			const error = failure({ retryable: true, retryAfterMs });
			const pause = nextPause(policy, error, attempt + 1, 0, 0.5);
			if (pause === undefined) {
				expect(
					attempt + 1 >= (policy.attempts ?? 0) ||
						policy.budgetMs <= policy.maxMs ||
						retryAfterMs >= policy.budgetMs,
				).toBe(true);
			} else {
				expect(pause).toBeGreaterThanOrEqual(retryAfterMs);
			}
		}),
	);
});

it('does not repeat what a repetition cannot mend, whatever pause is asked for', () => {
	const policy = { baseMs: 1, maxMs: 1, budgetMs: 1_000_000 };
	expect(nextPause(policy, failure({ retryAfterMs: 5 }), 1, 0, 0)).toBeUndefined();
});

it.each([
	['120', 120_000],
	[' 0 ', 0],
	['Sun, 22 Nov 2026 22:00:30 GMT', 30_000],
	['Sun, 22 Nov 2026 21:00:00 GMT', 0],
	['', undefined],
	['soon', undefined],
	['-5', undefined],
	[undefined, undefined],
])('reads Retry-After %p as %p ms', (header, pause) => {
	expect(readRetryAfter(header, Date.parse('2026-11-22T22:00:00Z'))).toBe(pause);
});

const POLICY = { baseMs: 100, maxMs: 1_000, budgetMs: 5_000 };

it('gives up at once on what a repetition cannot mend', () => {
	expect(nextPause(POLICY, failure(), 1, 0, 0.5)).toBeUndefined();
	expect(nextPause(POLICY, new Error('a bug'), 1, 0, 0.5)).toBeUndefined();
});

it('doubles the pause up to its limit, half of it by chance', () => {
	const pauses = (random: number) =>
		[1, 2, 3, 4, 5, 6].map((attempt) =>
			nextPause(POLICY, failure({ retryable: true }), attempt, 0, random),
		);
	expect(pauses(0)).toEqual([50, 100, 200, 400, 500, 500]);
	expect(pauses(1)).toEqual([100, 200, 400, 800, 1000, 1000]);
});

it('begins no attempt after the budget', () => {
	expect(nextPause(POLICY, failure({ retryable: true }), 1, 4_899, 1)).toBe(100);
	expect(nextPause(POLICY, failure({ retryable: true }), 1, 4_900, 1)).toBeUndefined();
});

function testContext(): CallContext & { slept: number[] } {
	let now = 0;
	const slept: number[] = [];
	return {
		slept,
		now: () => now,
		monotonic: () => now,
		random: () => 1,
		sleep: async (ms) => {
			slept.push(ms);
			now += ms;
		},
	};
}

it('repeats until it succeeds', async () => {
	const context = testContext();
	let made = 0;
	const answer = await withRetry(context, POLICY, async () => {
		made += 1;
		return made < 3 ? await Promise.reject(failure({ retryable: true })) : made;
	});
	expect(answer).toBe(3);
	expect(context.slept).toEqual([100, 200]);
});

it('throws the last error when the budget is used up', async () => {
	const context = testContext();
	const attempt = async () => await Promise.reject(failure({ retryable: true }));
	await expect(withRetry(context, POLICY, attempt)).rejects.toMatchObject({ code: 'X' });
	expect(context.now()).toBeLessThan(POLICY.budgetMs);
	expect(context.slept.length).toBeGreaterThan(4);
});

it('goes on when the clock of the machine is set back or forward while it waits', async () => {
	const context = testContext();
	let made = 0;
	const wall = [0, -3_600_000, 7_200_000, 0];
	const attempt = async () => await Promise.reject(failure({ retryable: ++made > 0 }));
	const stepped = { ...context, now: () => wall[made % wall.length] ?? 0 };
	await expect(withRetry(stepped, POLICY, attempt)).rejects.toMatchObject({ code: 'X' });
	const steady = testContext();
	await expect(withRetry(steady, POLICY, attempt)).rejects.toMatchObject({ code: 'X' });
	expect(context.slept).toEqual(steady.slept);
});
