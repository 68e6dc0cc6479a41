/** A point in time by which work must be finished. */
export interface Deadline {
	/** Milliseconds that are left; zero or less when it has passed. */
	remainingMs(): number;
}

/** @param now milliseconds, of any origin */
export function deadlineAfter(budgetMs: number, now: () => number): Deadline {
	const end = now() + budgetMs;
	return { remainingMs: () => end - now() };
}

/** The deadline that leaves most time; there is at least one. */
export const latest = (deadlines: Deadline[]): Deadline => ({
	remainingMs: () => Math.max(...deadlines.map((deadline) => deadline.remainingMs())),
});

/**
 * Resolves after so many milliseconds, without keeping the process alive for it.
 * `stop` ends the wait unresolved.
 */
export function after(ms: number): { passed: Promise<void>; stop(): void } {
	const signal = AbortSignal.timeout(Math.max(0, Math.ceil(ms)));
	let stop = () => {};
	const passed = new Promise<void>((resolve) => {
		const end = () => resolve();
		signal.addEventListener('abort', end, { once: true });
		stop = () => signal.removeEventListener('abort', end);
	});
	return { passed, stop };
}

/**
 * The result of `work`, or `late()` when the deadline passes first. The work itself is not cancelled.
 */
export async function before<T, L>(
	deadline: Deadline,
	work: Promise<T>,
	late: () => L,
): Promise<T | L> {
	const end = after(deadline.remainingMs());
	try {
		return await Promise.race([work, end.passed.then(late)]);
	} finally {
		end.stop();
	}
}
