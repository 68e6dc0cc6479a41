import { refused, type Answer } from './answers';
import {
	nextBatchSize,
	OpenBatch,
	remainingWindow,
	takeBatch,
	type BatchRun,
	type BatchSizes,
	type BatchWindow,
} from './batch';

/** A connection that waits for its answer. */
export interface Caller {
	/** Calls back when the connection is closed, before or after its answer. */
	onClosed(listener: () => void): void;
}

export interface Batch<Item> {
	id: string;
	items: Item[];
}

export type Turn<Item> =
	/** Run this batch. The caller's own item is one of it. */
	| { role: 'leader'; batch: Batch<Item>; run: BatchRun; answer: Promise<Answer> }
	/** The item was in the batch of another caller. */
	| { role: 'follower'; answer: Answer }
	/** Too many callers are waiting. */
	| { role: 'refused' }
	/** The caller disconnected before its turn. */
	| { role: 'gone' };

export interface GroupCommitSettings {
	/** Most callers that may wait, leaders apart: each holds memory in n8n. */
	maxWaiting: number;
	/** How long the run of a batch is waited for, milliseconds. */
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
	/** What a closed connection means at the moment; changes with the caller's role. */
	onClosed: () => void;
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
 * Group commit: callers that arrive while a batch is being run wait; once nobody waits for that batch and no
 * more callers arrive, they form the next batch, led by the oldest. Each caller is answered by what becomes
 * of its own item. Queues are independent.
 */
export class GroupCommit<Item> {
	private readonly queues = new Map<string, Queue<Item>>();
	/** Queued callers, and followers without an answer. */
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
			const entry: Entry<Item> = { item, identity, resolve, onClosed: () => {} };
			entry.onClosed = () => this.leave(queue, entry);
			this.waiting += 1;
			queue.lastJoined = this.settings.now();
			queue.entries.push(entry);
			caller.onClosed(() => entry.onClosed());
			if (!queue.busy) this.startBatch(key, queue);
		});
	}

	private startBatch(key: string, queue: Queue<Item>): void {
		const { items, callers, later } = takeBatch<Item, Entry<Item>>(queue.entries, queue.size);
		queue.entries = later;
		const [leader, ...followers] = callers;
		queue.busy = leader !== undefined;
		if (!leader) return void this.queues.delete(key);
		const { now, newId, startTimer, timeoutMs } = this.settings;
		const started = now();
		this.waiting -= 1;
		const onOver = (acknowledged: boolean) => {
			stopTimer();
			const batch = { items: items.length, tookMs: now() - started, acknowledged };
			queue.size = nextBatchSize(queue.size, batch, queue.sizes);
			this.waitForMore(key, queue, now());
		};
		const open = new OpenBatch(onOver);
		const wait = (caller: Entry<Item>) => {
			const { answer, leave } = open.add(caller.identity);
			caller.onClosed = leave;
			return answer;
		};
		for (const follower of followers) {
			void wait(follower).then((answer) => {
				this.waiting -= 1;
				follower.resolve({ role: 'follower', answer });
			});
		}
		const answer = wait(leader);
		const stopTimer = startTimer(timeoutMs, () => open.end(refused('NOT_ACKNOWLEDGED')));
		leader.resolve({ role: 'leader', batch: { id: newId(), items }, run: open, answer });
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
