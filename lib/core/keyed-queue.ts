/** Runs work on the same key one after the other, in the order of the calls. */
export type KeyedQueue = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** A queue of this process. It forgets a key as soon as no work waits for it. */
export function keyedQueue(): KeyedQueue {
	const last = new Map<string, Promise<unknown>>();
	return async (key, work) => {
		const previous = last.get(key) ?? Promise.resolve();
		const mine = previous.then(work, work);
		last.set(key, mine);
		try {
			return await mine;
		} finally {
			if (last.get(key) === mine) last.delete(key);
		}
	};
}
