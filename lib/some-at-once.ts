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
