import { ACKNOWLEDGED, refused, type Answer } from './answers';

/** What a caller with a notification has to do. */
export type Acquisition =
	/** Run it, and report how that ends: no other delivery is known, or the last run failed. */
	| { status: 'acquired' }
	/** Its run succeeded, or is stored and not known to have failed. */
	| { status: 'done' }
	/** The run of an earlier delivery has just been answered like this. */
	| { status: 'answered'; answer: Answer }
	/** Too many notifications or callers to remember. */
	| { status: 'refused' };

export interface InFlightSettings {
	maxNotifications: number;
	maxWaiting: number;
	/** How long a run without a known end counts as unfinished, milliseconds. */
	unfinishedMs: number;
	/** How long a success is remembered, milliseconds. */
	doneMs: number;
	/** Milliseconds. */
	now: () => number;
	/** Calls back after `ms` milliseconds, unless the returned function is called first. */
	startTimer: (ms: number, onEnd: () => void) => () => void;
}

type State = 'running' | 'unknown' | 'done';
/** Undefined when it did not run. */
type GivenAnswer = Answer | undefined;

interface Entry {
	state: State;
	/** Stored by n8n and already acknowledged: others need not wait. */
	acknowledged: boolean;
	until: number;
	waiting: Set<(answer: GivenAnswer) => void>;
}

/**
 * Which notifications this process is working on or has finished. The second delivery of a notification
 * waits for the answer of the first, or is answered at once when that succeeded; after a failure the next
 * delivery runs again. It is only in memory: it saves executions, and guarantees nothing.
 */
export class InFlightNotifications {
	/** The oldest first. */
	private readonly entries = new Map<string, Entry>();
	private waiting = 0;

	constructor(private readonly settings: InFlightSettings) {}

	/** @param onDisconnect registers what to do when the caller disconnects */
	async acquire(identity: string, onDisconnect: (leave: () => void) => void): Promise<Acquisition> {
		for (;;) {
			const entry = this.find(identity);
			if (!entry) return { status: this.start(identity) ? 'acquired' : 'refused' };
			if (entry.acknowledged) return { status: 'done' };
			if (this.waiting >= this.settings.maxWaiting) return { status: 'refused' };
			const answer = await this.answerOf(entry, onDisconnect);
			if (answer !== undefined) return { status: 'answered', answer };
		}
	}

	/** The run is stored and acknowledged; its end may or may not become known. */
	markStored(identity: string): void {
		this.settle(identity, 'unknown');
	}

	markSucceeded(identity: string): void {
		this.settle(identity, 'done');
	}

	/** Waiting callers get this answer, and the next delivery runs again. @param code the reason */
	markFailed(identity: string, code: string): void {
		this.forget(identity, refused(code));
	}

	/** It never ran: one of the waiting callers may run it. */
	release(identity: string): void {
		this.forget(identity, undefined);
	}

	private start(identity: string): boolean {
		const { maxNotifications, unfinishedMs, now } = this.settings;
		if (this.entries.size >= maxNotifications && !this.makeRoom()) return false;
		const until = now() + unfinishedMs;
		const waiting = new Set<(answer: GivenAnswer) => void>();
		this.entries.set(identity, { state: 'running', acknowledged: false, until, waiting });
		return true;
	}

	private find(identity: string): Entry | undefined {
		const entry = this.entries.get(identity);
		if (!entry || entry.until > this.settings.now()) return entry;
		this.release(identity);
		return undefined;
	}

	/** Only successes and expired entries go: forgetting a success costs one execution, in which Odoo finds the order. */
	private makeRoom(): boolean {
		const now = this.settings.now();
		for (const [identity, { state, until }] of this.entries) {
			if (state !== 'done' && until > now) continue;
			this.release(identity);
			return true;
		}
		return false;
	}

	private settle(identity: string, state: 'unknown' | 'done'): void {
		const entry = this.entries.get(identity);
		if (!entry || entry.state === 'done') return;
		const { now, doneMs, unfinishedMs } = this.settings;
		const until = now() + (state === 'done' ? doneMs : unfinishedMs);
		// It becomes the youngest entry.
		this.entries.delete(identity);
		this.entries.set(identity, Object.assign(entry, { state, until, acknowledged: true }));
		for (const answer of entry.waiting) answer(ACKNOWLEDGED);
	}

	private forget(identity: string, answer: GivenAnswer): void {
		const { waiting = [] } = this.entries.get(identity) ?? {};
		this.entries.delete(identity);
		for (const give of waiting) give(answer);
	}

	private async answerOf(
		entry: Entry,
		onDisconnect: (leave: () => void) => void,
	): Promise<GivenAnswer> {
		this.waiting += 1;
		return await new Promise((resolve) => {
			const give = (answer: GivenAnswer) => {
				if (!entry.waiting.delete(give)) return;
				this.waiting -= 1;
				stopTimer();
				resolve(answer);
			};
			entry.waiting.add(give);
			const stopTimer = this.settings.startTimer(this.settings.unfinishedMs, () => give(undefined));
			onDisconnect(() => give(refused('DISCONNECTED')));
		});
	}
}
