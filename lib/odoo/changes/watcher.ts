import { after } from '../../deadline';
import type { OdooClient } from '../client';
import type { ChangeCursor } from './changed-since';
import { HintQueue, type Pace } from './hint-queue';
import { Told } from './told';
import { lookAt, lookForChanges, type Watch, type Watched } from './watch';

/** How a watcher learns of changes between its looks; `why` says, as a sentence, why only by looking. */
export type Hearing = { pushed: true } | { pushed: false; why: string };

/** States on their way, and what found them. */
export interface Telling {
	news: Watched[];
	source: 'push' | 'poll';
	hearing: Hearing;
}

export interface WatcherSettings extends Pace {
	watch: Watch;
	client(): Promise<OdooClient>;
	/** Where the watcher stood when it was stopped; absent: changes count from now on. */
	cursor: ChangeCursor | undefined;
	/** Keeps the place for the next start. */
	keep(cursor: ChangeCursor): void;
	/** Hands states on; rejects, sooner or later, when they did not arrive. */
	tell(telling: Telling): Promise<unknown>;
	/** Sees to it that Odoo pushes, as far as it can. */
	listen(odoo: OdooClient): Promise<Hearing>;
	/** Told of each failed look; the watcher goes on by itself. */
	failed(error: unknown, inARow: number): void;
	/** Milliseconds between looks where Odoo does not push, and where it does. */
	pollMs: number;
	catchUpMs: number;
	/** Milliseconds, of any origin. */
	now(): number;
}

export interface Watcher {
	/** Odoo says that a record has changed; undefined: that something has. */
	hint(id: number | undefined): void;
	stop(): void;
}

/**
 * Tells changes until it is stopped. Pushes are the fast way; looks through everything at intervals are
 * what can be relied on. One thing at a time, so that no older state is told after a newer one.
 *
 * @returns after the first look, be it in vain
 */
export async function startWatcher(settings: WatcherSettings): Promise<Watcher> {
	const { watch, now, pollMs, catchUpMs, gatherMs, calmMs } = settings;
	const told = new Told();
	const hints = new HintQueue(settings);
	let cursor = settings.cursor;
	let hearing: Hearing = { pushed: false, why: 'The first look has not been made yet.' };
	let nextLook = now();
	let lastLook = -Infinity;
	let failures = 0;
	let stopped = false;
	let wake = () => {};

	const lookSoon = (ms: number) => {
		nextLook = Math.min(nextLook, now() + ms);
		wake();
	};
	const tell = (news: Watched[], source: Telling['source'], before: ChangeCursor | undefined) => {
		if (news.length === 0) return;
		const ids = news.map(({ id }) => id);
		hints.told(ids, now());
		settings.tell({ news, source, hearing }).catch(() => {
			told.forget(ids);
			cursor = before;
			lookSoon(pollMs);
		});
	};
	const atHints = async () => {
		const due = hints.take(now());
		if (due.length === 0) return;
		try {
			const { news } = await lookAt(await settings.client(), watch, due, { told });
			tell(news, 'push', cursor);
		} catch (error) {
			// Everything will be looked through in their place.
			lookSoon(pollMs);
			throw error;
		}
	};
	const atEverything = async (listen: boolean) => {
		lastLook = now();
		const odoo = await settings.client();
		if (listen) hearing = await settings.listen(odoo);
		const before = cursor;
		const found = await lookForChanges(odoo, watch, { told, ...(cursor && { cursor }) });
		cursor = found.cursor;
		if (cursor !== undefined) settings.keep(cursor);
		tell(found.news, 'poll', before);
		nextLook = now() + (hearing.pushed ? catchUpMs : pollMs);
	};
	const turn = async (listen: boolean) => {
		const everything = nextLook <= now();
		try {
			await atHints();
			if (everything) await atEverything(listen);
			failures = 0;
		} catch (error) {
			failures += 1;
			nextLook = now() + pollMs;
			settings.failed(error, failures);
		}
	};
	const run = async () => {
		while (!stopped) {
			const wait = Math.min(nextLook, hints.next()) - now();
			if (wait > 0) {
				const timer = after(wait);
				await Promise.race([timer.passed, new Promise<void>((resolve) => (wake = resolve))]);
				timer.stop();
			} else {
				await turn(true);
			}
		}
	};

	// Whoever starts it is still telling n8n and Odoo of each other: pushes are seen to in the second look.
	await turn(false);
	lookSoon(Math.min(pollMs, 5_000));
	void run();
	return {
		hint(id) {
			if (id !== undefined && hints.add(id, now())) wake();
			else lookSoon(Math.max(gatherMs, lastLook + calmMs - now()));
		},
		stop() {
			stopped = true;
			wake();
		},
	};
}
