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
