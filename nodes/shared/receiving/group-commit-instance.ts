import { randomUUID } from 'node:crypto';

import { GroupCommit } from '../../../lib/batching/group-commit';
import { InFlightNotifications } from '../../../lib/batching/in-flight-notifications';
import type { Arrival } from './arrival';

const startTimer = (ms: number, onEnd: () => void) => {
	const timeout = AbortSignal.timeout(ms);
	timeout.addEventListener('abort', onEnd);
	return () => timeout.removeEventListener('abort', onEnd);
};

/**
 * How many callers may wait. By default n8n keeps an expression engine of some 7 MB for each of them; with
 * lazy acquisition there is none, and a caller costs as much memory as its notification.
 */
export const maxWaiting = (lazyAcquire: string | undefined): number =>
	lazyAcquire === 'true' ? 2_000 : 250;

const MAX_WAITING = maxWaiting(process.env.N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE);

/**
 * Notifications of one execution: what Odoo records within the half minute that a run has; while WeChat
 * waits, what Odoo records within four seconds, and more only where runs turn out to be fast.
 */
export const BATCH_SIZES = {
	onReceived: { min: 100, max: 100 },
	responseNode: { min: 25, max: 100 },
};

/** The one group commit of this n8n process. */
export const groupCommit = new GroupCommit<Arrival>({
	maxWaiting: MAX_WAITING,
	timeoutMs: 120_000,
	window: { quietMs: 10, maxMs: 250 },
	now: Date.now,
	newId: randomUUID,
	startTimer,
});

/** WeChat resends for a day; a run whose end is unknown after a minute has probably failed. */
export const inFlight = new InFlightNotifications({
	maxNotifications: 10_000,
	maxWaiting: MAX_WAITING,
	unfinishedMs: 60_000,
	doneMs: 25 * 60 * 60 * 1000,
	now: Date.now,
	startTimer,
});
