import type { Claim, FirstRunsSettings } from './claim';

export type { Claim } from './claim';

/** What is known of the first run of a notification. */
type State = 'running' | 'unknown' | 'done';

interface Entry {
	state: State;
	/** Stored by n8n and already acknowledged: others need not wait. */
	acknowledged: boolean;
	until: number;
	/** Told the answer of the first run; undefined when it ended without any. */
	waiting: Set<(acknowledged: boolean | undefined) => void>;
}

/**
 * Which notifications this process has met before. The second of two waits for the first one's answer, or
 * is answered at once when that is known to be good; after a failure the next one is a first again. In
 * memory alone, so it saves executions and guarantees nothing.
 */
export class FirstRuns {
	/** The oldest stand first. */
	private readonly entries = new Map<string, Entry>();
	private waiting = 0;

	constructor(private readonly settings: FirstRunsSettings) {}

	/** @param onGone registers what is to happen when the caller goes away */
	async claim(identity: string, onGone: (leave: () => void) => void): Promise<Claim> {
		for (;;) {
			const entry = this.find(identity);
			if (!entry) return this.start(identity) ? { role: 'first' } : { role: 'refused' };
			if (entry.acknowledged) return { role: 'done' };
			if (this.waiting >= this.settings.maxWaiting) return { role: 'refused' };
			const acknowledged = await this.answerOf(entry, onGone);
			if (acknowledged !== undefined) return { role: 'answered', acknowledged };
		}
	}

	/** The run is stored and acknowledged; how it ends will be heard of or not. */
	stored(identity: string): void {
		this.settle(identity, 'unknown', true);
	}

	succeeded(identity: string): void {
		this.settle(identity, 'done', true);
	}

	/** The caller went away before it was answered: the run goes on, and those who wait go on waiting. */
	lostSight(identity: string): void {
		const entry = this.entries.get(identity);
		if (entry?.state !== 'running') return;
		entry.state = 'unknown';
		entry.until = this.settings.now() + this.settings.unfinishedMs;
	}

	/** It has failed: those who wait are told so, and the next delivery starts a run. */
	failed(identity: string): void {
		this.forget(identity, false);
	}

	/** It never ran: somebody who waits may run it. */
	dropped(identity: string): void {
		this.forget(identity, undefined);
	}

	private start(identity: string): boolean {
		const { maxRemembered, unfinishedMs, now } = this.settings;
		if (this.entries.size >= maxRemembered && !this.makeRoom()) return false;
		const until = now() + unfinishedMs;
		this.entries.set(identity, {
			state: 'running',
			acknowledged: false,
			until,
			waiting: new Set(),
		});
		return true;
	}

	private find(identity: string): Entry | undefined {
		const entry = this.entries.get(identity);
		if (!entry || entry.until > this.settings.now()) return entry;
		this.forget(identity, undefined);
		return undefined;
	}

	/** Successes go first: to forget one costs an execution, which Odoo finds to be a repetition. */
	private makeRoom(): boolean {
		const now = this.settings.now();
		for (const [identity, { state, until }] of this.entries) {
			if (state !== 'done' && until > now) continue;
			this.forget(identity, undefined);
			return true;
		}
		return false;
	}

	private settle(identity: string, state: State, acknowledged: boolean): void {
		const entry = this.entries.get(identity);
		if (!entry || entry.state === 'done') return;
		const { now, doneMs, unfinishedMs } = this.settings;
		Object.assign(entry, { state, acknowledged });
		entry.until = now() + (state === 'done' ? doneMs : unfinishedMs);
		// Put behind all that is older.
		this.entries.delete(identity);
		this.entries.set(identity, entry);
		this.tell(entry, acknowledged);
	}

	private forget(identity: string, acknowledged: boolean | undefined): void {
		const entry = this.entries.get(identity);
		this.entries.delete(identity);
		if (entry) this.tell(entry, acknowledged);
	}

	private tell(entry: Entry, acknowledged: boolean | undefined): void {
		for (const answer of entry.waiting) answer(acknowledged);
	}

	private async answerOf(
		entry: Entry,
		onGone: (leave: () => void) => void,
	): Promise<boolean | undefined> {
		this.waiting += 1;
		return await new Promise((resolve) => {
			const answer = (acknowledged: boolean | undefined) => {
				if (!entry.waiting.delete(answer)) return;
				this.waiting -= 1;
				stopTimer();
				resolve(acknowledged);
			};
			entry.waiting.add(answer);
			const stopTimer = this.settings.startTimer(this.settings.unfinishedMs, () =>
				answer(undefined),
			);
			onGone(() => answer(false));
		});
	}
}
