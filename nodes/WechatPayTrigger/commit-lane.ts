import { randomUUID } from 'node:crypto';

import type { ReceivedPayment } from '../../lib/wechat-pay/receive';
import { GroupCommit, type Batch } from './group-commit';

/**
 * The one group commit of this n8n process. 50 items keep a batch within what Odoo books in a few seconds;
 * 250 waiting callers stay affordable where n8n keeps an expression isolate for each.
 */
export const payments = new GroupCommit<ReceivedPayment>({
	maxItems: 50,
	maxWaiting: 250,
	limitMs: 120_000,
	newId: randomUUID,
	startTimer: (ms, onEnd) => {
		const timeout = AbortSignal.timeout(ms);
		timeout.addEventListener('abort', onEnd);
		return () => timeout.removeEventListener('abort', onEnd);
	},
});

/** The same payment, told again. */
export function identityOf({ mchid, transaction_id, notification }: ReceivedPayment): string {
	return [mchid, transaction_id, notification.event_type].join(' ');
}

/** A batch of its own for one payment, where nobody waits for others. */
export function batchOfOne(item: ReceivedPayment): Batch<ReceivedPayment> {
	return { id: randomUUID(), items: [item] };
}
