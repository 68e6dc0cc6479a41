/** How many items a batch may have. */
export interface BatchSizes {
	/** At first, and after a batch that was slow. */
	least: number;
	most: number;
}

/** Milliseconds. Between the two the size stays as it is. */
const QUICK_MS = 1_000;
const SLOW_MS = 2_000;

/**
 * The size of the next batch: twice that of a full one that was done quickly, for fewer batches cost less;
 * the least after a slow one, so that those who wait for a batch of their own are answered in time.
 *
 * @param tookMs from its beginning to its answer
 */
export function nextBatchSize(
	size: number,
	batch: { items: number; tookMs: number; acknowledged: boolean },
	{ least, most }: BatchSizes,
): number {
	if (batch.tookMs > SLOW_MS) return least;
	const quick = batch.acknowledged && batch.items >= size && batch.tookMs < QUICK_MS;
	return quick ? Math.min(size * 2, most) : size;
}
