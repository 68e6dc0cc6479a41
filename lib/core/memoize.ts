/** What was asked for once, for as long as it is young enough for the caller. */
export type Remembered<T> = (youngerThanMs: number) => Promise<T>;

/**
 * Remembers an answer. However many ask at once, the question goes out once; a failure is not
 * remembered.
 *
 * @param now milliseconds
 */
export function remembered<T>(ask: () => Promise<T>, now: () => number): Remembered<T> {
	let kept: { answer: T; since: number } | undefined;
	let asking: Promise<T> | undefined;
	const renew = async (): Promise<T> => {
		const since = now();
		const answer = await ask();
		kept = { answer, since };
		return answer;
	};
	return async (youngerThanMs) => {
		if (kept && now() - kept.since < youngerThanMs) return kept.answer;
		asking ??= renew().finally(() => (asking = undefined));
		return await asking;
	};
}
