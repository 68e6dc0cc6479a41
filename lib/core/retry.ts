import { IntegrationError } from './errors';

/** Clock, chance and pauses, passed in so that tests need none of them. */
export interface CallContext {
	/** Milliseconds since 1970. */
	now(): number;
	/** Milliseconds, of any origin, on a clock that is never set; for pauses and durations. */
	monotonic(): number;
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
	/** Attempts in all, however quickly they fail; no limit but the budget when absent. */
	attempts?: number;
}

/**
 * How long to wait before the next attempt, in ms, or undefined to give up: only errors marked
 * `retryable` are worth another one. Half of each pause is left to chance, so that those who
 * collided do not meet again; none is shorter than what the other side asked for (`retryAfterMs`).
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
	if (policy.attempts !== undefined && attempt >= policy.attempts) return undefined;
	const ceiling = Math.min(policy.maxMs, policy.baseMs * 2 ** (attempt - 1));
	const chosen = Math.round(ceiling / 2 + (random * ceiling) / 2);
	const pause = Math.max(chosen, error.retryAfterMs ?? 0);
	return elapsedMs + pause < policy.budgetMs ? pause : undefined;
}

/** Runs `attempt` until it succeeds or the policy gives up; the last error is thrown. */
export async function withRetry<T>(
	context: CallContext,
	policy: RetryPolicy,
	attempt: () => Promise<T>,
): Promise<T> {
	const started = context.monotonic();
	for (let made = 1; ; made++) {
		const outcome = await attempt().then(
			(value) => ({ value }),
			(error: unknown) => ({ error }),
		);
		if ('value' in outcome) return outcome.value;
		const elapsed = context.monotonic() - started;
		const pause = nextPause(policy, outcome.error, made, elapsed, context.random());
		if (pause === undefined) throw outcome.error;
		await context.sleep(pause);
	}
}

/**
 * The pause that a `Retry-After` header asks for, in ms: seconds or a date (RFC 9110, 10.2.3).
 * Undefined when there is none, or none that can be read.
 *
 * @param nowMs milliseconds since 1970
 */
export function readRetryAfter(header: string | undefined, nowMs: number): number | undefined {
	const text = header?.trim() ?? '';
	if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
	const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(date - nowMs) ? undefined : Math.max(0, date - nowMs);
}
