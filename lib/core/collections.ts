/** The values in order, so many at a time; the last batch may be smaller. */
export function* batches<T>(values: readonly T[], size: number): Generator<T[]> {
	for (let start = 0; start < values.length; start += size) yield values.slice(start, start + size);
}

/** Values by key, both in the order in which they come. */
export function groupBy<T>(values: Iterable<T>, keyOf: (value: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const value of values) {
		const key = keyOf(value);
		const group = groups.get(key);
		if (group) group.push(value);
		else groups.set(key, [value]);
	}
	return groups;
}

/** Does work for each, in order, but not more at once than `most`. The work reports its own failures. */
export async function someAtOnce<T>(
	all: Iterable<T>,
	most: number,
	work: (one: T) => Promise<void>,
): Promise<void> {
	const waiting = [...all];
	const worker = async () => {
		while (waiting.length > 0) await work(waiting.shift() as T);
	};
	await Promise.all(Array.from({ length: Math.min(most, waiting.length) }, worker));
}
