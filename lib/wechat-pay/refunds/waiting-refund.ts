/** A refund that WeChat Pay cannot pay yet, and when to ask again. Times are ISO 8601. */
export interface WaitingRefund {
	/** When it was first asked for. */
	since: string;
	/** How often it was asked for. */
	attempts: number;
	next_attempt: string;
	/** After this an attempt that is not paid is an error. */
	give_up: string;
}

const HOUR_MS = 3_600_000;
/** After each attempt; the last pause is repeated. New money usually comes in within 12 to 48 hours. */
const PAUSES_H = [1, 2, 4, 6];
const GIVE_UP_H = 72;

/**
 * The next attempt of a refund that waits for funds.
 *
 * @param before what the attempt before returned, from the item; anything else starts the plan
 * @param nowMs milliseconds since 1970
 * @returns undefined when it is time to give up
 */
export function nextAttempt(before: unknown, nowMs: number): WaitingRefund | undefined {
	const { since: first, attempts: done } = (before ?? {}) as Partial<WaitingRefund>;
	const started = Date.parse(String(first));
	const since = Number.isNaN(started) || started > nowMs ? nowMs : started;
	const giveUp = since + GIVE_UP_H * HOUR_MS;
	if (nowMs >= giveUp) return undefined;
	const attempts = (Number.isSafeInteger(done) && Number(done) > 0 ? Number(done) : 0) + 1;
	const pause = PAUSES_H[Math.min(attempts, PAUSES_H.length) - 1] ?? 0;
	return {
		since: new Date(since).toISOString(),
		attempts,
		next_attempt: new Date(Math.min(nowMs + pause * HOUR_MS, giveUp)).toISOString(),
		give_up: new Date(giveUp).toISOString(),
	};
}
