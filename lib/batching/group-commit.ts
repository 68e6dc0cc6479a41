import { nextBatchSize, remainingWindow, type BatchSizes, type BatchWindow } from './batch-window';

/** A connection that waits for its answer. */
export interface Caller {
	/** Called once when the answer is sent or the connection is closed: true only for a complete answer of 200. */
	onSettled(listener: (acknowledged: boolean) => void): void;
}

export interface Batch<Item> {
	id: string;
	items: Item[];
}

export type Turn<Item> =
	/** Store this batch: the answer to this caller decides for the whole batch. */
	| { role: 'leader'; batch: Batch<Item> }
	/** The leader has been answered: answer the same. */
	| { role: 'follower'; acknowledged: boolean }
	/** Too many callers are waiting. */
	| { role: 'refused' }
	/** The caller disconnected before its turn. */
	| { role: 'gone' };

export interface GroupCommitSettings {
	/** Most callers that may wait for the answers of others: each holds memory in n8n. */
	maxWaiting: number;
	/** Time limit of a leader, milliseconds. */
	timeoutMs: number;
	window: BatchWindow;
	/** Milliseconds. */
	now: () => number;
	newId: () => string;
	/** Calls back after `ms` milliseconds, unless the returned function is called first. */
	startTimer: (ms: number, onEnd: () => void) => () => void;
}

interface Entry<Item> {
	item: Item;
	identity: string;
	resolve: (turn: Turn<Item>) => void;
	/** What the end of this connection means at the moment; changes with the caller's role. */
	onSettled: (acknowledged: boolean) => void;
}

interface Queue<Item> {
	sizes: BatchSizes;
	/** Most items of the next batch. */
	size: number;
	busy: boolean;
	entries: Array<Entry<Item>>;
	lastJoined: number;
}

/**
 * Group commit: callers that arrive while a batch is being stored wait; once it is stored and no more of
 * them arrive, they form the next batch, led by the oldest. A caller is answered only after the batch with
 * its item is stored, and waits only while something is being stored. Queues are independent.
 */
export class GroupCommit<Item> {
	private readonly queues = new Map<string, Queue<Item>>();
	/** Queued callers, and followers of a batch that is being stored. */
	private waiting = 0;

	constructor(private readonly settings: GroupCommitSettings) {}

	/**
	 * Joins a queue. Items with the same identity in one batch are one item with several callers.
	 *
	 * @param sizes of the batches of this queue
	 * @returns the caller's turn, when it has come
	 */
	async join(
		key: string,
		sizes: BatchSizes,
		item: Item,
		identity: string,
		caller: Caller,
	): Promise<Turn<Item>> {
		return await new Promise((resolve) => {
			if (this.waiting >= this.settings.maxWaiting) return resolve({ role: 'refused' });
			const empty = { sizes, size: sizes.min, busy: false, entries: [], lastJoined: 0 };
			const queue: Queue<Item> = this.queues.get(key) ?? empty;
			this.queues.set(key, queue);
			const onSettled = () => this.leave(queue, entry);
			const entry: Entry<Item> = { item, identity, resolve, onSettled };
			this.waiting += 1;
			queue.lastJoined = this.settings.now();
			queue.entries.push(entry);
			caller.onSettled((acknowledged) => entry.onSettled(acknowledged));
			if (!queue.busy) this.startBatch(key, queue);
		});
	}

	private startBatch(key: string, queue: Queue<Item>): void {
		const { items, callers } = takeBatch(queue);
		const [leader, ...followers] = callers;
		queue.busy = leader !== undefined;
		if (!leader) return void this.queues.delete(key);
		for (const follower of followers) follower.onSettled = () => {};
		this.waiting -= 1;
		let open = true;
		const started = this.settings.now();
		const settle = (acknowledged: boolean) => {
			if (!open) return;
			open = false;
			stopTimer();
			this.waiting -= followers.length;
			for (const follower of followers) follower.resolve({ role: 'follower', acknowledged });
			const now = this.settings.now();
			const batch = { items: items.length, tookMs: now - started, acknowledged };
			queue.size = nextBatchSize(queue.size, batch, queue.sizes);
			this.waitForMore(key, queue, now);
		};
		const stopTimer = this.settings.startTimer(this.settings.timeoutMs, () => settle(false));
		leader.onSettled = settle;
		leader.resolve({ role: 'leader', batch: { id: this.settings.newId(), items } });
	}

	/** Starts the next batch, at once or when its window has closed. */
	private waitForMore(key: string, queue: Queue<Item>, since: number): void {
		const { window, now, startTimer } = this.settings;
		const left = remainingWindow(since, queue.lastJoined, now(), window);
		const complete = queue.entries.length === 0 || queue.entries.length >= queue.size;
		if (complete || left === 0) this.startBatch(key, queue);
		else startTimer(left, () => this.waitForMore(key, queue, since));
	}

	/** WeChat resends what was not answered: the item of a caller that left the queue is not stored. */
	private leave(queue: Queue<Item>, entry: Entry<Item>): void {
		queue.entries = queue.entries.filter((other) => other !== entry);
		this.waiting -= 1;
		entry.resolve({ role: 'gone' });
	}
}

/** The oldest callers with their items, up to the size of a batch, and all who wait for the same items. */
function takeBatch<Item>(queue: Queue<Item>) {
	const items = new Map<string, Item>();
	const callers: Array<Entry<Item>> = [];
	const later: Array<Entry<Item>> = [];
	for (const entry of queue.entries) {
		const { identity, item } = entry;
		if (items.size < queue.size && !items.has(identity)) items.set(identity, item);
		(items.has(identity) ? callers : later).push(entry);
	}
	queue.entries = later;
	return { items: [...items.values()], callers };
}
