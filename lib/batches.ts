/** The values in order, so many at a time; the last batch may be smaller. */
export function* batches<T>(values: readonly T[], size: number): Generator<T[]> {
	for (let start = 0; start < values.length; start += size) yield values.slice(start, start + size);
}
