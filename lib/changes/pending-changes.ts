export interface Pace {
	/** Pushes within this time, in milliseconds, are read together. */
	gatherMs: number;
	/** A record that keeps changing is emitted again only after this time, in milliseconds. */
	calmMs: number;
}

/** A record that may wait while it keeps changing is emitted after this many calm times at the latest. */
const LONGEST_WAIT = 6;

/** With more pending records than this, everything is read instead. */
const LIMIT = 5_000;

/** Records that have changed, and when each of them is due to be read. All times are milliseconds of one clock. */
export class PendingChanges {
	private readonly dueAt = new Map<number, number>();
	private readonly emittedAt = new Map<number, number>();
	/** When a record started to change, and when it changed last. */
	private readonly changing = new Map<number, { since: number; last: number }>();

	constructor(private readonly pace: Pace) {}

	/** @returns false if there are too many: then everything has to be read */
	add(id: number, now: number): boolean {
		const known = this.dueAt.get(id);
		if (known === undefined && this.dueAt.size >= LIMIT) return false;
		const { since, last } = this.changing.get(id) ?? { since: now, last: now };
		this.changing.set(id, { since: last + this.pace.calmMs < now ? now : since, last: now });
		const calm = (this.emittedAt.get(id) ?? -Infinity) + this.pace.calmMs;
		const due = Math.max(now + this.pace.gatherMs, calm);
		this.dueAt.set(id, Math.min(known ?? Infinity, due));
		return true;
	}

	/** Schedules records to be read again, or sooner if they change. */
	schedule(ids: number[], at: number): void {
		for (const id of ids) if (!this.dueAt.has(id)) this.dueAt.set(id, at);
	}

	/**
	 * Postpones a record that has been changing for longer than the calm time, until it has not changed for
	 * that long.
	 *
	 * @returns false if it has only started to change, is calm, or was emitted too long ago
	 */
	postpone(id: number, now: number): boolean {
		const { calmMs } = this.pace;
		const { since, last } = this.changing.get(id) ?? { since: now, last: now };
		const latest = (this.emittedAt.get(id) ?? -Infinity) + LONGEST_WAIT * calmMs;
		const due = Math.min(last + calmMs, latest);
		if (now - since < calmMs || due <= now) return false;
		this.dueAt.set(id, Math.min(this.dueAt.get(id) ?? Infinity, due));
		return true;
	}

	/** Whether the record is due now or later. */
	has(id: number): boolean {
		return this.dueAt.has(id);
	}

	/** Removes and returns the records that are due. */
	takeDue(now: number): number[] {
		const due = [...this.dueAt].filter(([, at]) => at <= now).map(([id]) => id);
		for (const id of due) this.dueAt.delete(id);
		return due;
	}

	/** Records that these records are being emitted. */
	emitted(ids: number[], now: number): void {
		const { calmMs } = this.pace;
		for (const [id, at] of this.emittedAt) {
			if (at + LONGEST_WAIT * calmMs <= now) this.emittedAt.delete(id);
		}
		for (const [id, { last }] of this.changing) if (last + calmMs <= now) this.changing.delete(id);
		for (const id of ids) this.emittedAt.set(id, now);
	}

	/** When the next record is due; Infinity if there is none. */
	nextDue(): number {
		return Math.min(Infinity, ...this.dueAt.values());
	}
}
