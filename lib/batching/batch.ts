import { refused, type Answer } from './answers';

/** A caller's item. Callers with the same identity have the same item. */
interface Queued<Item> {
	item: Item;
	identity: string;
}

/**
 * The oldest callers with their items, up to the size of a batch, and all who wait for the same items.
 *
 * @param entries the oldest first
 */
export function takeBatch<Item, Entry extends Queued<Item>>(
	entries: readonly Entry[],
	size: number,
): { items: Item[]; callers: Entry[]; later: Entry[] } {
	const items = new Map<string, Item>();
	const callers: Entry[] = [];
	const later: Entry[] = [];
	for (const entry of entries) {
		const { identity, item } = entry;
		if (items.size < size && !items.has(identity)) items.set(identity, item);
		(items.has(identity) ? callers : later).push(entry);
	}
	return { items: [...items.values()], callers, later };
}

/** Takes what becomes of a batch. Only the first answer to an item counts. */
export interface BatchRun {
	answer(identity: string, answer: Answer): void;
	/** The run is over: the answer to all items that have none yet. */
	end(answer: Answer): void;
}

interface Waiting {
	identity: string;
	give: (answer: Answer) => void;
}

/** The callers that wait for a batch. It is over when none is left: answered, or gone. */
export class OpenBatch implements BatchRun {
	private readonly waiting = new Set<Waiting>();
	private acknowledged = false;

	/** @param onOver called once, with whether anything was acknowledged */
	constructor(private readonly onOver: (acknowledged: boolean) => void) {}

	/** @returns the answer to the caller, and what to call when its connection is closed */
	add(identity: string): { answer: Promise<Answer>; leave: () => void } {
		const caller: Waiting = { identity, give: () => {} };
		const answer = new Promise<Answer>((resolve) => (caller.give = resolve));
		this.waiting.add(caller);
		return { answer, leave: () => this.close([caller], refused('DISCONNECTED')) };
	}

	answer(identity: string, answer: Answer): void {
		const callers = [...this.waiting].filter((caller) => caller.identity === identity);
		this.close(callers, answer);
	}

	end(answer: Answer): void {
		this.close([...this.waiting], answer);
	}

	private close(callers: Waiting[], answer: Answer): void {
		const closed = callers.filter((caller) => this.waiting.delete(caller));
		if (closed.length === 0) return;
		this.acknowledged ||= answer.acknowledged;
		for (const { give } of closed) give(answer);
		if (this.waiting.size === 0) this.onOver(this.acknowledged);
	}
}

/** How long a batch waits for further callers: each batch costs n8n an execution. */
export interface BatchWindow {
	/** The batch starts when nobody has come for this long, milliseconds. */
	quietMs: number;
	/** The batch starts after this long in any case, milliseconds. */
	maxMs: number;
}

/** How many items a batch may have. */
export interface BatchSizes {
	/** At the start, and after a slow batch. */
	min: number;
	max: number;
}

/** Milliseconds. Between the two the size does not change. */
const FAST_MS = 1_000;
const SLOW_MS = 2_000;

/**
 * How much longer a batch waits for more callers, in milliseconds; 0 when it should start.
 *
 * @param since when the previous batch finished
 * @param lastJoined when the last caller came
 */
export function remainingWindow(
	since: number,
	lastJoined: number,
	now: number,
	{ quietMs, maxMs }: BatchWindow,
): number {
	const end = Math.min(Math.max(since, lastJoined) + quietMs, since + maxMs);
	return Math.max(0, end - now);
}

/**
 * The size of the next batch: doubled after a full batch that was fast, since fewer batches cost less;
 * back to the minimum after a slow one, so that those who wait for their own batch are answered in time.
 *
 * @param tookMs from the start of the batch to its answer
 */
export function nextBatchSize(
	size: number,
	batch: { items: number; tookMs: number; acknowledged: boolean },
	{ min, max }: BatchSizes,
): number {
	if (batch.tookMs > SLOW_MS) return min;
	const fast = batch.acknowledged && batch.items >= size && batch.tookMs < FAST_MS;
	return fast ? Math.min(size * 2, max) : size;
}
