import { IntegrationError } from '../../../../lib/errors';
import { nextPause, withRetry, type Environment } from '../../../../lib/odoo/retry';

const failure = (retryable: boolean) =>
	new IntegrationError({ code: 'X', message: '', likelyCause: '', nextStep: '', retryable });
const POLICY = { baseMs: 100, maxMs: 1_000, budgetMs: 5_000 };

it('gives up at once on what a repetition cannot mend', () => {
	expect(nextPause(POLICY, failure(false), 1, 0, 0.5)).toBeUndefined();
	expect(nextPause(POLICY, new Error('a bug'), 1, 0, 0.5)).toBeUndefined();
});

it('doubles the pause up to its limit, half of it by chance', () => {
	const pauses = (random: number) =>
		[1, 2, 3, 4, 5, 6].map((attempt) => nextPause(POLICY, failure(true), attempt, 0, random));
	expect(pauses(0)).toEqual([50, 100, 200, 400, 500, 500]);
	expect(pauses(1)).toEqual([100, 200, 400, 800, 1000, 1000]);
});

it('begins no attempt after the budget', () => {
	expect(nextPause(POLICY, failure(true), 1, 4_899, 1)).toBe(100);
	expect(nextPause(POLICY, failure(true), 1, 4_900, 1)).toBeUndefined();
});

function environment(): Environment & { slept: number[] } {
	let now = 0;
	const slept: number[] = [];
	return {
		slept,
		now: () => now,
		random: () => 1,
		sleep: async (ms) => {
			slept.push(ms);
			now += ms;
		},
	};
}

it('repeats until it succeeds', async () => {
	const surroundings = environment();
	let made = 0;
	const answer = await withRetry(surroundings, POLICY, async () => {
		made += 1;
		return made < 3 ? await Promise.reject(failure(true)) : made;
	});
	expect(answer).toBe(3);
	expect(surroundings.slept).toEqual([100, 200]);
});

it('throws the last error when the budget is used up', async () => {
	const surroundings = environment();
	const attempt = async () => await Promise.reject(failure(true));
	await expect(withRetry(surroundings, POLICY, attempt)).rejects.toMatchObject({ code: 'X' });
	expect(surroundings.now()).toBeLessThan(POLICY.budgetMs);
	expect(surroundings.slept.length).toBeGreaterThan(4);
});
