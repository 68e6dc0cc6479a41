import { IntegrationError } from '../errors';

/** Time and chance, given from outside so that tests need no clock. */
export interface Environment {
	/** Milliseconds, of any origin. */
	now(): number;
	/** From 0 up to 1. */
	random(): number;
	/** Resolves after so many milliseconds. */
	sleep(ms: number): Promise<void>;
}

export interface RetryPolicy {
	/** The first pause is up to this long, each further one up to twice the one before. */
	baseMs: number;
	maxMs: number;
	/** From the first attempt on; no new attempt starts after it. */
	budgetMs: number;
}

/** Long enough for Odoo's own back-off of whole seconds, short enough for a queue behind it. */
export const DEFAULT_RETRY: RetryPolicy = { baseMs: 250, maxMs: 4_000, budgetMs: 30_000 };

/**
 * How long to wait before the next attempt, in ms, or undefined to give up: only errors marked
 * `retryable` are worth another one. Half of each pause is left to chance, so that those who
 * collided do not meet again.
 *
 * @param attempt attempts made so far, from 1
 * @param elapsedMs since the first attempt began
 */
export function nextPause(
	policy: RetryPolicy,
	error: unknown,
	attempt: number,
	elapsedMs: number,
	random: number,
): number | undefined {
	if (!(error instanceof IntegrationError) || !error.retryable) return undefined;
	const ceiling = Math.min(policy.maxMs, policy.baseMs * 2 ** (attempt - 1));
	const pause = Math.round(ceiling / 2 + (random * ceiling) / 2);
	return elapsedMs + pause < policy.budgetMs ? pause : undefined;
}

/** Runs `attempt` until it succeeds or the policy gives up; the last error is thrown. */
export async function withRetry<T>(
	environment: Environment,
	policy: RetryPolicy,
	attempt: () => Promise<T>,
): Promise<T> {
	const started = environment.now();
	for (let made = 1; ; made++) {
		const outcome = await attempt().then(
			(value) => ({ value }),
			(error: unknown) => ({ error }),
		);
		if ('value' in outcome) return outcome.value;
		const elapsed = environment.now() - started;
		const pause = nextPause(policy, outcome.error, made, elapsed, environment.random());
		if (pause === undefined) throw outcome.error;
		await environment.sleep(pause);
	}
}
