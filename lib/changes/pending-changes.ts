export interface Pace {
	/** Hints that come within this time, in milliseconds, are answered by one reading. */
	gatherMs: number;
	/** What keeps changing is told again only after this time, in milliseconds, with its newest state. */
	calmMs: number;
}

/** What may wait while it keeps changing is told after so many calm times at the latest. */
const LONGEST_WAIT = 6;

/** More than this at once are not worth to be told apart. */
const MOST = 5_000;

/** Records that are said to have changed, and when each is to be read. All times are milliseconds of one clock. */
export class HintQueue {
	private readonly dueAt = new Map<number, number>();
	private readonly toldAt = new Map<number, number>();
	/** When a record began to move, and when it was last said to. */
	private readonly moving = new Map<number, { since: number; last: number }>();

	constructor(private readonly pace: Pace) {}

	/** @returns false when there are too many: then everything has to be looked through */
	add(id: number, now: number): boolean {
		const known = this.dueAt.get(id);
		if (known === undefined && this.dueAt.size >= MOST) return false;
		const { since, last } = this.moving.get(id) ?? { since: now, last: now };
		this.moving.set(id, { since: last + this.pace.calmMs < now ? now : since, last: now });
		const calm = (this.toldAt.get(id) ?? -Infinity) + this.pace.calmMs;
		const due = Math.max(now + this.pace.gatherMs, calm);
		this.dueAt.set(id, Math.min(known ?? Infinity, due));
		return true;
	}

	/** Has records read again at a time, or sooner when something is said of them. */
	again(ids: number[], at: number): void {
		for (const id of ids) if (!this.dueAt.has(id)) this.dueAt.set(id, at);
	}

	/**
	 * Leaves what may wait, and has moved for longer than the calm time, until it is still for that long.
	 *
	 * @returns false when it has only begun to move, is still, or was told too long ago
	 */
	postpone(id: number, now: number): boolean {
		const { calmMs } = this.pace;
		const { since, last } = this.moving.get(id) ?? { since: now, last: now };
		const latest = (this.toldAt.get(id) ?? -Infinity) + LONGEST_WAIT * calmMs;
		const due = Math.min(last + calmMs, latest);
		if (now - since < calmMs || due <= now) return false;
		this.dueAt.set(id, Math.min(this.dueAt.get(id) ?? Infinity, due));
		return true;
	}

	/** True while it is to be read. */
	has(id: number): boolean {
		return this.dueAt.has(id);
	}

	/** Takes out what is to be read now. */
	take(now: number): number[] {
		const due = [...this.dueAt].filter(([, at]) => at <= now).map(([id]) => id);
		for (const id of due) this.dueAt.delete(id);
		return due;
	}

	/** Notes that these have been told. */
	told(ids: number[], now: number): void {
		const { calmMs } = this.pace;
		for (const [id, at] of this.toldAt) {
			if (at + LONGEST_WAIT * calmMs <= now) this.toldAt.delete(id);
		}
		for (const [id, { last }] of this.moving) if (last + calmMs <= now) this.moving.delete(id);
		for (const id of ids) this.toldAt.set(id, now);
	}

	/** When the next one is to be read; Infinity when there is none. */
	next(): number {
		return Math.min(Infinity, ...this.dueAt.values());
	}
}
