import { nextBatchSize, type BatchSizes } from './batch-size';
import { gatheringLeft } from './batch-window';
import type { Caller, GroupCommitSettings, Turn } from './turn';

export type { Batch, Caller, Turn } from './turn';

interface Entry<Item> {
	item: Item;
	identity: string;
	take: (turn: Turn<Item>) => void;
	/** What the end of this caller's connection means just now: it changes with the caller's part. */
	whenSettled: (acknowledged: boolean) => void;
}

interface Lane<Item> {
	sizes: BatchSizes;
	/** Most items of the next batch. */
	size: number;
	busy: boolean;
	queue: Array<Entry<Item>>;
	lastCame: number;
}

/**
 * Group commit: while one caller's batch is being stored, those who come later wait; when its answer is
 * out, and no more of them come just then, they become the next batch, led by the oldest. Nobody is answered
 * before the batch that holds its item is stored, and nobody waits while nothing is being stored. Lanes (one
 * a trigger) are independent.
 */
export class GroupCommit<Item> {
	private readonly lanes = new Map<string, Lane<Item>>();
	/** Queued callers and followers of a batch that is being stored. */
	private waiting = 0;

	constructor(private readonly settings: GroupCommitSettings) {}

	/**
	 * Joins a lane. Items of one identity in one batch are one item with several callers.
	 *
	 * @param sizes how many items a batch of this lane may have
	 * @returns the caller's turn, once it has come
	 */
	async join(
		laneKey: string,
		sizes: BatchSizes,
		item: Item,
		identity: string,
		caller: Caller,
	): Promise<Turn<Item>> {
		return await new Promise((take) => {
			const lane = this.lanes.get(laneKey) ?? newLane<Item>(sizes);
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
			lane.lastCame = this.settings.now();
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
		const began = this.settings.now();
		const settle = (acknowledged: boolean) => {
			if (!open) return;
			open = false;
			stopTimer();
			this.waiting -= followers.length;
			for (const follower of followers) follower.take({ role: 'follower', acknowledged });
			const tookMs = this.settings.now() - began;
			const done = { items: items.length, tookMs, acknowledged };
			lane.size = nextBatchSize(lane.size, done, lane.sizes);
			this.gather(laneKey, lane, this.settings.now());
		};
		const stopTimer = this.settings.startTimer(this.settings.limitMs, () => settle(false));
		leader.whenSettled = settle;
		leader.take({ role: 'leader', batch: { id: this.settings.newId(), items } });
	}

	/** Begins the next batch, at once or when those who keep coming have come. */
	private gather(laneKey: string, lane: Lane<Item>, since: number): void {
		const { gathering, now, startTimer } = this.settings;
		const left = gatheringLeft(since, lane.lastCame, now(), gathering);
		const complete = lane.queue.length === 0 || lane.queue.length >= lane.size;
		if (complete || left === 0) this.startBatch(laneKey, lane);
		else startTimer(left, () => this.gather(laneKey, lane, since));
	}

	/** The oldest callers with their different items, up to the cap, and all who wait for one of those. */
	private nextBatch(lane: Lane<Item>): { items: Item[]; callers: Array<Entry<Item>> } {
		const items = new Map<string, Item>();
		const callers: Array<Entry<Item>> = [];
		const later: Array<Entry<Item>> = [];
		for (const entry of lane.queue) {
			if (!items.has(entry.identity) && items.size === lane.size) {
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

const newLane = <Item>(sizes: BatchSizes): Lane<Item> => ({
	sizes,
	size: sizes.least,
	busy: false,
	queue: [],
	lastCame: 0,
});
