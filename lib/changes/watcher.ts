import { after } from '../core/deadline';
import { HintQueue } from './pending-changes';
import { Told } from './emitted-states';
import { lookAt, lookForChanges } from './watch';
import type { Hearing, Telling, WatcherSettings } from './watcher-settings';

export interface Watcher {
	/** Odoo says that a record has changed; undefined: that something has. */
	hint(id: number | undefined): void;
	/** Resolves when nothing of it is under way any more. */
	stop(): Promise<void>;
}

/** What fails again and again is told at ever longer intervals: 32 times as long at most. */
const MOST_DOUBLINGS = 5;

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
	let lost = 0;
	let heard = false;
	let stopped = false;
	let wake = () => {};

	const lookSoon = (ms: number) => {
		nextLook = Math.min(nextLook, now() + ms);
		wake();
	};
	const tell = (found: Omit<Telling, 'hearing'>) => {
		const { news } = found;
		if (news.length === 0 || stopped) return;
		const ids = news.map(({ id }) => id);
		hints.told(ids, now());
		settings.tell({ ...found, hearing }).then(
			() => (lost = 0),
			() => {
				lost += 1;
				told.forget(ids);
				hints.again(ids, now() + catchUpMs * 2 ** Math.min(lost - 1, MOST_DOUBLINGS));
				wake();
			},
		);
	};
	const atHints = async () => {
		const due = hints.take(now());
		if (due.length === 0) return;
		const asOf = now();
		try {
			const postpone = (id: number) => hints.postpone(id, now());
			const { news } = await lookAt(await settings.client(), watch, due, { told }, postpone);
			tell({ news, source: 'push', asOf });
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
		const asOf = now();
		const found = await lookForChanges(odoo, watch, { told, ...(cursor && { cursor }) });
		if (stopped) return;
		cursor = found.cursor;
		if (cursor !== undefined) settings.keep(cursor);
		// What a look finds and nobody has hinted at was not pushed: until Odoo is heard again, looks are what there is.
		if (found.news.some(({ id }) => !hints.has(id))) heard = false;
		nextLook = now() + (hearing.pushed && heard ? catchUpMs : pollMs);
		tell({ news: found.news, source: 'poll', asOf });
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
	const running = run();
	return {
		hint(id) {
			heard = true;
			if (id !== undefined && hints.add(id, now())) wake();
			else lookSoon(Math.max(gatherMs, lastLook + calmMs - now()));
		},
		async stop() {
			stopped = true;
			wake();
			await running;
		},
	};
}
