/** Runs work on the same key one after the other, in the order in which it came. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** Turns within this process, which forgets a key when nobody waits for it any more. */
export function turns(): InTurn {
	const last = new Map<string, Promise<unknown>>();
	return async (key, work) => {
		const before = last.get(key) ?? Promise.resolve();
		const mine = before.then(work, work);
		last.set(key, mine);
		try {
			return await mine;
		} finally {
			if (last.get(key) === mine) last.delete(key);
		}
	};
}
