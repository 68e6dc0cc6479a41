import { BoundedMap } from './bounded-map';

/** Whether a loaded value may still be used. @param ageMs since its loading began */
export type IsFresh<V> = (value: V, ageMs: number) => boolean;

export interface AsyncMemo<V> {
	/**
	 * The value of a key. `load` runs only when there is no fresh value; a failure is not kept.
	 *
	 * @param isFresh every value when absent
	 * @param now milliseconds
	 */
	<T extends V>(
		key: string,
		load: () => Promise<T>,
		isFresh?: IsFresh<T>,
		now?: number,
	): Promise<T>;
	forget(key: string): void;
}

interface Entry<V> {
	promise: Promise<V>;
	since: number;
	/** Absent while loading. */
	loaded?: { value: V };
}

/** For `isFresh`: values younger than this. */
export const youngerThan =
	(maxAgeMs: number): IsFresh<unknown> =>
	(_value, ageMs) =>
		ageMs < maxAgeMs;

/** Remembers what asynchronous calls return. Callers that ask at the same time share one call. */
export function memoizeAsync<V = unknown>(maxEntries = 1000): AsyncMemo<V> {
	const entries = new BoundedMap<string, Entry<V>>(maxEntries);
	const start = (key: string, load: () => Promise<V>, since: number): Entry<V> => {
		const entry: Entry<V> = { promise: load(), since };
		entries.set(key, entry);
		entry.promise.then(
			(value) => (entry.loaded = { value }),
			() => {
				if (entries.get(key) === entry) entries.delete(key);
			},
		);
		return entry;
	};
	const get = async <T extends V>(
		key: string,
		load: () => Promise<T>,
		isFresh: IsFresh<T> = () => true,
		now = performance.now(),
	): Promise<T> => {
		const known = entries.get(key);
		const usable = known && (!known.loaded || isFresh(known.loaded.value as T, now - known.since));
		return (await (usable ? known : start(key, load, now)).promise) as T;
	};
	return Object.assign(get, { forget: (key: string) => entries.delete(key) });
}
