import { randomUUID } from 'node:crypto';

import type { Received, ReceivedItem } from '../../../lib/wechat-pay/receive-notification';
import { FirstRuns } from '../../../lib/batching/in-flight-notifications';
import { GroupCommit, type Batch } from '../../../lib/batching/group-commit';

/** A notification that starts a workflow: its items stay together. */
export type Arrived = Extract<Received, { items: unknown }>;

const startTimer = (ms: number, onEnd: () => void) => {
	const timeout = AbortSignal.timeout(ms);
	timeout.addEventListener('abort', onEnd);
	return () => timeout.removeEventListener('abort', onEnd);
};

/**
 * How many callers may wait. With its own setting n8n keeps an expression engine for each of them, some
 * 7 MB; acquired lazily there is none, and a caller costs what its notification does.
 */
export const maxWaiting = (lazyAcquire: string | undefined): number =>
	lazyAcquire === 'true' ? 2_000 : 250;

const MAX_WAITING = maxWaiting(process.env.N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE);

/**
 * Most notifications of one execution: what Odoo books within the half minute that a run has; while WeChat
 * waits what it books within four seconds, and more only where runs turn out to be quick.
 */
export const BATCH_SIZES = {
	onReceived: { least: 100, most: 100 },
	responseNode: { least: 25, most: 100 },
};

/** The one group commit of this n8n process. */
export const commits = new GroupCommit<Arrived>({
	maxWaiting: MAX_WAITING,
	limitMs: 120_000,
	gathering: { quietMs: 10, longestMs: 250 },
	now: Date.now,
	newId: randomUUID,
	startTimer,
});

/** WeChat resends for a day; a run that has not been heard of for a minute has probably failed. */
export const firstRuns = new FirstRuns({
	maxRemembered: 10_000,
	maxWaiting: MAX_WAITING,
	unfinishedMs: 60_000,
	doneMs: 25 * 60 * 60 * 1000,
	now: Date.now,
	startTimer,
});

/** The same notification, told again. */
export function identityOf({ items }: Arrived): string {
	return (items as ReceivedItem[]).map(identityOfItem).join(', ');
}

/** The same payment or refund. */
export function identityOfItem(item: ReceivedItem): string {
	const refundId = 'refund_id' in item ? item.refund_id : '';
	return [item.mchid, item.transaction_id, refundId, item.notification.event_type].join(' ');
}

/** A batch of its own for one notification, where nobody waits for others. */
export function batchOfOne(arrived: Arrived): Batch<Arrived> {
	return { id: randomUUID(), items: [arrived] };
}
