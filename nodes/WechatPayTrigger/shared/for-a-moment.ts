interface Kept<T> {
	value: Promise<T>;
	until: number;
}

/**
 * Asks once for all who ask under the same name within a moment. A failure is not kept.
 *
 * @param momentMs from the first question on
 * @param now milliseconds
 */
export function forAMoment<T>(
	momentMs: number,
	now: () => number,
): (name: string, ask: () => Promise<T>) => Promise<T> {
	const kept = new Map<string, Kept<T>>();
	return async (name, ask) => {
		const known = kept.get(name);
		if (known && now() < known.until) return await known.value;
		const fresh = { value: ask(), until: now() + momentMs };
		kept.set(name, fresh);
		fresh.value.catch(() => {
			if (kept.get(name) === fresh) kept.delete(name);
		});
		return await fresh.value;
	};
}
