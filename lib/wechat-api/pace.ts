import type { CallContext } from '../core/retry';

/** Lets calls through no faster than WeChat takes them. */
export interface Pace {
	/** Resolves when a call for this key may be made, and counts it. */
	turn(key: string): Promise<void>;
}

export interface PaceLimits {
	/** Calls of any key within a minute. */
	perMinute: number;
	/** Least time between two calls of one key, in milliseconds. */
	perKeyMs: number;
}

const MINUTE_MS = 60_000;

/**
 * A pace for one account in this process. Limits are read at each turn, so that they may change.
 * Keys whose time is over are forgotten.
 */
export function keepPace(
	limits: () => PaceLimits,
	{ monotonic: now, sleep }: Pick<CallContext, 'monotonic' | 'sleep'>,
): Pace {
	let calls: number[] = [];
	const freeAt = new Map<string, number>();

	const waitFor = (key: string, time: number): number => {
		const { perMinute } = limits();
		calls = calls.filter((call) => call > time - MINUTE_MS);
		const oldest = calls.at(-perMinute);
		const untilMinute = oldest === undefined ? 0 : oldest + MINUTE_MS - time;
		return Math.max(untilMinute, (freeAt.get(key) ?? 0) - time);
	};
	return {
		async turn(key) {
			for (let wait = waitFor(key, now()); wait > 0; wait = waitFor(key, now())) await sleep(wait);
			const time = now();
			for (const [other, free] of freeAt) if (free <= time) freeAt.delete(other);
			calls.push(time);
			freeAt.set(key, time + limits().perKeyMs);
		},
	};
}
