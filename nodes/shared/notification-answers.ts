import type { IExecuteFunctions } from 'n8n-workflow';

import type { Answer } from '../../lib/batching/answers';
import { parseObject } from '../../lib/core/json';
import { BoundedMap } from '../../lib/core/memoize';

/** Answers to payments or refunds of one batch, from Acknowledge to the trigger. */
export interface NotificationAnswers {
	batch_id: string;
	answers: Array<[identity: string, answer: Answer]>;
}

type Listener = (answers: NotificationAnswers['answers']) => void;

const listeners = new BoundedMap<string, Listener>(1000);

/** Equal for all deliveries of an event of a payment, refund, complaint or WeChat Shop. */
export function itemIdentity(item: {
	mchid?: unknown;
	sub_mchid?: unknown;
	transaction_id?: unknown;
	refund_id?: unknown;
	complaint_id?: unknown;
	action_type?: unknown;
	notification: { api?: unknown; id?: unknown; event_type?: unknown; create_time?: unknown };
}): string {
	// The id of a Shop's event is made of what stays the same over its deliveries; reading the order adds numbers.
	if (item.notification.api === 'push') return `push ${String(item.notification.id)}`;
	const { mchid, sub_mchid, transaction_id, refund_id, notification } = item;
	const parts = [mchid, sub_mchid, transaction_id, refund_id, notification.event_type];
	// A buyer may say two things about one complaint: these are two events.
	const { complaint_id, action_type } = item;
	if (complaint_id) parts.push(complaint_id, action_type, notification.create_time);
	return parts.map((part) => part ?? '').join(' ');
}

/** @returns stops listening */
export function onAnswers(batchId: string, listener: Listener): () => void {
	listeners.set(batchId, listener);
	return () => listeners.delete(batchId);
}

/**
 * Hands answers to the trigger: directly when it runs in this process, otherwise through n8n, which passes
 * what a worker streams to the process that holds the connection.
 */
export async function sendAnswers(
	context: Pick<IExecuteFunctions, 'sendChunk'>,
	{ batch_id, answers }: NotificationAnswers,
): Promise<void> {
	const listener = listeners.get(batch_id);
	if (listener) listener(answers);
	// n8n declares it without the promise that it returns.
	else await (context.sendChunk('item', 0, JSON.stringify({ batch_id, answers })) as unknown);
}

/** Reads a line that n8n streams. @returns nothing if it holds no answers: other nodes may stream, too */
export function readStreamedAnswers(line: string): NotificationAnswers | undefined {
	const content = parseObject(line)?.['content'];
	const sent = typeof content === 'string' ? parseObject(content) : undefined;
	const isSent = typeof sent?.['batch_id'] === 'string' && Array.isArray(sent['answers']);
	return isSent ? (sent as unknown as NotificationAnswers) : undefined;
}
