import { after } from '../core/deadline';
import { EmittedStates } from './emitted-states';
import { PendingChanges } from './pending-changes';
import { changedStates, findChanges } from './watch';
import type { Emission, PushStatus, WatcherSettings } from './watcher-settings';

export interface Watcher {
	/** Odoo has pushed a change of a record; undefined: of an unknown record. */
	pushed(id: number | undefined): void;
	/** Resolves when all work of the watcher has ended. */
	stop(): Promise<void>;
}

/** States that keep failing are emitted at growing intervals: up to 32 times the first one. */
const MOST_DOUBLINGS = 5;

/**
 * Emits changes until it is stopped. Pushes make it fast; regular polls make it reliable. Only one read
 * runs at a time, so that no older state is emitted after a newer one.
 *
 * @returns after the first poll, even if that failed
 */
export async function startWatcher(settings: WatcherSettings): Promise<Watcher> {
	const { watch, now, monotonic, pollMs, catchUpMs, gatherMs, calmMs } = settings;
	const emitted = new EmittedStates();
	const pending = new PendingChanges(settings);
	let cursor = settings.cursor;
	let push: PushStatus = { pushed: false, why: 'Changes have not been read yet.' };
	let nextPoll = monotonic();
	let lastPoll = -Infinity;
	let failures = 0;
	let rejections = 0;
	let pushesArrive = false;
	let stopped = false;
	let wake = () => {};

	const pollSoon = (ms: number) => {
		nextPoll = Math.min(nextPoll, monotonic() + ms);
		wake();
	};
	const emit = (found: Omit<Emission, 'push'>) => {
		if (found.changed.length === 0 || stopped) return;
		const ids = found.changed.map(({ id }) => id);
		pending.emitted(ids, monotonic());
		settings.emit({ ...found, push }).then(
			() => (rejections = 0),
			() => {
				rejections += 1;
				emitted.forget(found.changed);
				const delay = catchUpMs * 2 ** Math.min(rejections - 1, MOST_DOUBLINGS);
				pending.schedule(ids, monotonic() + delay);
				wake();
			},
		);
	};
	const readPending = async () => {
		const due = pending.takeDue(monotonic());
		if (due.length === 0) return;
		const asOf = now();
		try {
			const postpone = (id: number) => pending.postpone(id, monotonic());
			const odoo = await settings.client();
			const changed = await changedStates(odoo, watch, emitted, due, postpone);
			emit({ changed, source: 'push', asOf });
		} catch (error) {
			// A poll will find these records as well.
			pollSoon(pollMs);
			throw error;
		}
	};
	const poll = async (enablePush: boolean) => {
		lastPoll = monotonic();
		const odoo = await settings.client();
		if (enablePush) push = await settings.enablePush(odoo);
		const asOf = now();
		const found = await findChanges(odoo, watch, emitted, cursor);
		if (stopped) return;
		cursor = found.cursor;
		settings.saveCursor(cursor);
		// A change that was not pushed shows that pushes do not arrive.
		if (found.changed.some(({ id }) => !pending.has(id))) pushesArrive = false;
		nextPoll = monotonic() + (push.pushed && pushesArrive ? catchUpMs : pollMs);
		emit({ changed: found.changed, source: 'poll', asOf });
	};
	const readDue = async (enablePush: boolean) => {
		const pollDue = nextPoll <= monotonic();
		try {
			await readPending();
			if (pollDue) await poll(enablePush);
			failures = 0;
		} catch (error) {
			failures += 1;
			nextPoll = monotonic() + pollMs;
			settings.failed(error, failures);
		}
	};
	const run = async () => {
		while (!stopped) {
			const wait = Math.min(nextPoll, pending.nextDue()) - monotonic();
			if (wait > 0) {
				const timer = after(wait);
				await Promise.race([timer.passed, new Promise<void>((resolve) => (wake = resolve))]);
				timer.stop();
			} else {
				await readDue(true);
			}
		}
	};

	// The caller has not finished its start yet, so push is enabled by the second poll.
	await readDue(false);
	pollSoon(Math.min(pollMs, 5_000));
	const running = run();
	return {
		pushed(id) {
			pushesArrive = true;
			if (id !== undefined && pending.add(id, monotonic())) wake();
			else pollSoon(Math.max(gatherMs, lastPoll + calmMs - monotonic()));
		},
		async stop() {
			stopped = true;
			wake();
			await running;
		},
	};
}
