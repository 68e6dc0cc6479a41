import { setTimeout as pause } from 'node:timers/promises';

import type { FakeClock } from '../services/fake-clock';

/** Lets WeChat's resends wait by a clock that jumps. */
export interface Courier {
	/** For the sandbox. */
	sleep(ms: number, stopped: AbortSignal): Promise<void>;
	/** Counts a notification until it is acknowledged or given up. */
	follow(notification: Promise<unknown>): void;
	/** When the next resend is due, milliseconds since 1970; undefined if none waits. */
	nextDue(): number | undefined;
	/** Sends what is due, and waits until no delivery is under way. */
	deliverDue(): Promise<void>;
}

interface Sleeper {
	dueMs: number;
	wake(): void;
}

export function courier(clock: Pick<FakeClock, 'now'>): Courier {
	const sleeping = new Set<Sleeper>();
	let underWay = 0;
	return {
		sleep: async (ms, stopped) =>
			await new Promise<void>((resolve, reject) => {
				const end = (settle: () => void) => () => {
					sleeping.delete(sleeper);
					stopped.removeEventListener('abort', abort);
					settle();
				};
				const sleeper = { dueMs: clock.now() + ms, wake: end(resolve) };
				const abort = end(() => reject(new Error('stopped')));
				stopped.addEventListener('abort', abort);
				sleeping.add(sleeper);
			}),
		follow: (notification) => {
			underWay += 1;
			const ended = () => (underWay -= 1);
			notification.then(ended, ended);
		},
		nextDue: () => {
			const due = [...sleeping].map(({ dueMs }) => dueMs);
			return due.length > 0 ? Math.min(...due) : undefined;
		},
		deliverDue: async () => {
			const now = clock.now();
			for (const one of [...sleeping]) if (one.dueMs <= now) one.wake();
			do await pause(10);
			while (underWay > sleeping.size);
		},
	};
}
