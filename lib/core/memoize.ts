/**
 * A map that holds at most `maxEntries`: the oldest entry makes room for a new one. Values can also be
 * asked for by age. Times are in milliseconds; callers that need no age leave them out.
 */
export class BoundedMap<K, V> {
	private readonly entries = new Map<K, { value: V; since: number }>();

	constructor(private readonly maxEntries: number) {}

	get size(): number {
		return this.entries.size;
	}

	/** @returns undefined for an unknown key, and for a value that is `maxAgeMs` old or older */
	get(key: K, now = 0, maxAgeMs = Infinity): V | undefined {
		const entry = this.entries.get(key);
		return entry && now - entry.since < maxAgeMs ? entry.value : undefined;
	}

	set(key: K, value: V, now = 0): void {
		this.entries.delete(key);
		if (this.entries.size >= this.maxEntries)
			this.entries.delete(this.entries.keys().next().value!);
		this.entries.set(key, { value, since: now });
	}

	delete(key: K): void {
		this.entries.delete(key);
	}

	clear(): void {
		this.entries.clear();
	}

	/** The known value, or the one that `create` makes for the next caller too. */
	getOrCreate(key: K, create: () => V): V {
		const known = this.get(key);
		if (known !== undefined) return known;
		const created = create();
		this.set(key, created);
		return created;
	}
}

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
