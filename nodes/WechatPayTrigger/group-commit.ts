/** Somebody who waits for an answer. Replaced in tests. */
export interface Caller {
	/** Called once when the answer is out or the connection is gone: true only for a finished answer of 200. */
	onSettled(listener: (acknowledged: boolean) => void): void;
}

export interface Batch<Item> {
	id: string;
	items: Item[];
}

export type Turn<Item> =
	/** Store this batch: the answer to this caller decides for all of it. */
	| { role: 'leader'; batch: Batch<Item> }
	/** The leader's answer is out: answer alike. */
	| { role: 'follower'; acknowledged: boolean }
	/** Too many are waiting. */
	| { role: 'refused' }
	/** The caller went away before its turn. */
	| { role: 'gone' };

export interface GroupCommitSettings {
	/** Most callers that may wait for an answer of others: each holds memory in n8n. */
	maxWaiting: number;
	/** How long a leader may take, milliseconds. */
	limitMs: number;
	newId: () => string;
	/** Calls back after so many milliseconds, unless the returned function is called before. */
	startTimer: (ms: number, onEnd: () => void) => () => void;
}

interface Entry<Item> {
	item: Item;
	identity: string;
	take: (turn: Turn<Item>) => void;
	/** What the end of this caller's connection means just now: it changes with the caller's part. */
	whenSettled: (acknowledged: boolean) => void;
}

interface Lane<Item> {
	/** Most items of one batch. */
	maxItems: number;
	busy: boolean;
	queue: Array<Entry<Item>>;
}

/**
 * Group commit: while one caller's batch is being stored, those who come later wait; when its answer is
 * out, they become the next batch, led by the oldest. Nobody is answered before the batch that holds its
 * item is stored, and nobody waits while nothing is being stored. Lanes (one a trigger) are independent.
 */
export class GroupCommit<Item> {
	private readonly lanes = new Map<string, Lane<Item>>();
	/** Queued callers and followers of a batch that is being stored. */
	private waiting = 0;

	constructor(private readonly settings: GroupCommitSettings) {}

	/**
	 * Joins a lane. Items of one identity in one batch are one item with several callers.
	 *
	 * @param maxItems most items of one batch of this lane
	 * @returns the caller's turn, once it has come
	 */
	async join(
		laneKey: string,
		maxItems: number,
		item: Item,
		identity: string,
		caller: Caller,
	): Promise<Turn<Item>> {
		return await new Promise((take) => {
			const lane = this.lanes.get(laneKey) ?? { maxItems, busy: false, queue: [] };
			if (this.waiting >= this.settings.maxWaiting) {
				take({ role: 'refused' });
				return;
			}
			this.lanes.set(laneKey, lane);
			const entry: Entry<Item> = {
				item,
				identity,
				take,
				whenSettled: () => this.drop(lane, entry),
			};
			this.waiting += 1;
			lane.queue.push(entry);
			caller.onSettled((acknowledged) => entry.whenSettled(acknowledged));
			if (!lane.busy) this.startBatch(laneKey, lane);
		});
	}

	private startBatch(laneKey: string, lane: Lane<Item>): void {
		const { items, callers } = this.nextBatch(lane);
		const [leader, ...followers] = callers;
		lane.busy = leader !== undefined;
		if (!leader) {
			this.lanes.delete(laneKey);
			return;
		}
		for (const follower of followers) follower.whenSettled = () => {};
		this.waiting -= 1;
		let open = true;
		const settle = (acknowledged: boolean) => {
			if (!open) return;
			open = false;
			stopTimer();
			this.waiting -= followers.length;
			for (const follower of followers) follower.take({ role: 'follower', acknowledged });
			this.startBatch(laneKey, lane);
		};
		const stopTimer = this.settings.startTimer(this.settings.limitMs, () => settle(false));
		leader.whenSettled = settle;
		leader.take({ role: 'leader', batch: { id: this.settings.newId(), items } });
	}

	/** The oldest callers with their different items, up to the cap, and all who wait for one of those. */
	private nextBatch(lane: Lane<Item>): { items: Item[]; callers: Array<Entry<Item>> } {
		const items = new Map<string, Item>();
		const callers: Array<Entry<Item>> = [];
		const later: Array<Entry<Item>> = [];
		for (const entry of lane.queue) {
			if (!items.has(entry.identity) && items.size === lane.maxItems) {
				later.push(entry);
				continue;
			}
			if (!items.has(entry.identity)) items.set(entry.identity, entry.item);
			callers.push(entry);
		}
		lane.queue = later;
		return { items: [...items.values()], callers };
	}

	/** WeChat sends again what it got no answer for: a caller that left the queue is not stored. */
	private drop(lane: Lane<Item>, entry: Entry<Item>): void {
		lane.queue = lane.queue.filter((other) => other !== entry);
		this.waiting -= 1;
		entry.take({ role: 'gone' });
	}
}
