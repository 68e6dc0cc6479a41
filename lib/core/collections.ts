/** The values in order, in batches of `size`; the last one may be smaller. */
export function* batches<T>(values: readonly T[], size: number): Generator<T[]> {
	for (let start = 0; start < values.length; start += size) yield values.slice(start, start + size);
}

/** Values by key; keys and values keep their order. */
export function groupBy<T, Key>(values: Iterable<T>, keyOf: (value: T) => Key): Map<Key, T[]> {
	const groups = new Map<Key, T[]>();
	for (const value of values) {
		const key = keyOf(value);
		const group = groups.get(key);
		if (group) group.push(value);
		else groups.set(key, [value]);
	}
	return groups;
}

/**
 * The results of `work` for each value, in their order, with at most `limit` running at a time. Rejects with the first
 * failure.
 */
export async function mapWithLimit<T, R>(
	values: Iterable<T>,
	limit: number,
	work: (value: T, index: number) => Promise<R>,
): Promise<R[]> {
	const waiting = [...values].entries();
	const results: R[] = [];
	const worker = async () => {
		for (const [index, value] of waiting) results[index] = await work(value, index);
	};
	await Promise.all(Array.from({ length: limit }, worker));
	return results;
}
