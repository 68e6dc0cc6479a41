/** How long a batch waits for further callers: each batch costs n8n an execution. */
export interface BatchWindow {
	/** The batch starts when nobody has come for this long, milliseconds. */
	quietMs: number;
	/** The batch starts after this long in any case, milliseconds. */
	maxMs: number;
}

/** How many items a batch may have. */
export interface BatchSizes {
	/** At the start, and after a slow batch. */
	min: number;
	max: number;
}

/** Milliseconds. Between the two the size does not change. */
const FAST_MS = 1_000;
const SLOW_MS = 2_000;

/**
 * How much longer a batch waits for more callers, in milliseconds; 0 when it should start.
 *
 * @param since when the previous batch finished
 * @param lastJoined when the last caller came
 */
export function remainingWindow(
	since: number,
	lastJoined: number,
	now: number,
	{ quietMs, maxMs }: BatchWindow,
): number {
	const end = Math.min(Math.max(since, lastJoined) + quietMs, since + maxMs);
	return Math.max(0, end - now);
}

/**
 * The size of the next batch: doubled after a full batch that was fast, since fewer batches cost less;
 * back to the minimum after a slow one, so that those who wait for their own batch are answered in time.
 *
 * @param tookMs from the start of the batch to its answer
 */
export function nextBatchSize(
	size: number,
	batch: { items: number; tookMs: number; acknowledged: boolean },
	{ min, max }: BatchSizes,
): number {
	if (batch.tookMs > SLOW_MS) return min;
	const fast = batch.acknowledged && batch.items >= size && batch.tookMs < FAST_MS;
	return fast ? Math.min(size * 2, max) : size;
}
