/** While callers keep coming, a batch waits for them: each batch costs n8n an execution of its own. */
export interface Gathering {
	/** Nobody came for so long: the batch begins. */
	quietMs: number;
	/** The longest wait of all. */
	longestMs: number;
}

/**
 * How much longer a batch waits for more callers, in milliseconds; 0 when it is to begin.
 *
 * @param since when the batch before it was done
 * @param lastCame when the last caller came
 */
export function gatheringLeft(
	since: number,
	lastCame: number,
	now: number,
	{ quietMs, longestMs }: Gathering,
): number {
	const until = Math.min(Math.max(since, lastCame) + quietMs, since + longestMs);
	return Math.max(0, until - now);
}
