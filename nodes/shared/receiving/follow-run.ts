import { ACKNOWLEDGED, combineAnswers, refused, type Answer } from '../../../lib/batching/answers';
import type { BatchRun } from '../../../lib/batching/batch';
import { asObject, parseObject } from '../../../lib/core/json';
import { onAnswers, readStreamedAnswers, type NotificationAnswers } from '../notification-answers';
import { takeReply, type Reply } from './reply';

export interface StartedBatch {
	id: string;
	/** Identity of each notification → identities of its payments or refunds. */
	parts: ReadonlyMap<string, readonly string[]>;
	/** Whether storing the execution acknowledges the batch. */
	immediately: boolean;
}

/** What becomes of the notifications of a batch, also after their callers are answered. */
export interface RunEvents {
	onStored(notification: string): void;
	onAnswer(notification: string, answer: Answer): void;
}

/**
 * Follows the run of a batch: the answers of Acknowledge Notification arrive one by one, and n8n's own answer
 * to the caller that started the run says that it was stored, or is over.
 *
 * @returns the response to answer that caller with
 */
export function followRun(
	reply: Reply,
	{ id, parts, immediately }: StartedBatch,
	run: BatchRun,
	events?: RunEvents,
): Reply {
	const open = new Set(parts.keys());
	const answerPart = combineAnswers(parts, (notification, answer) => {
		open.delete(notification);
		events?.onAnswer(notification, answer);
		if (!immediately) run.answer(notification, answer);
		if (open.size === 0) stopListening();
	});
	const take = (answers: NotificationAnswers['answers']) => {
		for (const [part, answer] of answers) answerPart(part, answer);
	};
	const stopListening = onAnswers(id, take);
	let nodeFailed = false;
	const onLine = (line: string) => {
		const streamed = readStreamedAnswers(line);
		if (streamed?.batch_id === id) take(streamed.answers);
		nodeFailed ||= parseObject(line)?.['type'] === 'error';
	};
	const onAnswer = (status: number, body: unknown) => {
		if (immediately && status === 200) {
			for (const notification of open) events?.onStored(notification);
			run.end(ACKNOWLEDGED);
			return;
		}
		stopListening();
		const answer = refused(immediately ? 'NOT_STORED' : reasonOfEnd(status, body, nodeFailed));
		for (const notification of open) events?.onAnswer(notification, answer);
		run.end(answer);
	};
	return takeReply(reply, { onLine, onAnswer });
}

/**
 * Why a run that has not answered everybody is over, or never began, by what n8n answers in that case: a
 * message alone for a run that failed, a message and a code for an error of n8n itself, an empty 503 at the
 * end of a run.
 *
 * @param nodeFailed whether n8n has streamed an error of a node
 */
function reasonOfEnd(
	status: number,
	body: unknown,
	nodeFailed: boolean,
): 'RUN_FAILED' | 'NOT_STORED' | 'NOT_ACKNOWLEDGED' {
	const { message, code } = asObject(body) ?? {};
	const isCancelled = /cancel/i.test(String(message));
	if (nodeFailed || isCancelled || (message !== undefined && code === undefined)) {
		return 'RUN_FAILED';
	}
	return status === 500 ? 'NOT_STORED' : 'NOT_ACKNOWLEDGED';
}
