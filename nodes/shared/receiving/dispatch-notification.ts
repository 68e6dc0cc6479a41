import process from 'node:process';
import { randomUUID } from 'node:crypto';
import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { ACKNOWLEDGED, refused, type Answer } from '../../../lib/batching/answers';
import { OpenBatch, type BatchRun } from '../../../lib/batching/batch';
import type { Batch } from '../../../lib/batching/group-commit';
import type { Arrival, ArrivalPart } from './arrival';
import { followRun, type RunEvents } from './follow-run';
import { BATCH_SIZES, groupCommit, inFlight } from './group-commit-instance';
import { answer, answerFate, callerOf, type Reply } from './reply';

let watching = false;
let shuttingDown = false;

/** Watches for the signals that end n8n, which does not report a shutdown to its nodes. */
export function watchForShutdown(): void {
	if (watching) return;
	watching = true;
	// Once, like n8n's own listeners: a second signal ends the process as usual.
	for (const signal of ['SIGTERM', 'SIGINT']) {
		process.once(signal, () => {
			shuttingDown = true;
		});
	}
}

/** Whether n8n is shutting down: what starts now may be cut off. */
export const isShuttingDown = (): boolean => shuttingDown;

/**
 * Starts an execution for a verified notification, alone or in a batch with others, unless this process has
 * met it before. Each caller is answered by what becomes of its own notification. Notifications for different
 * outputs, or with different answers, are not mixed.
 *
 * @param outputs of the trigger
 */
export async function dispatchNotification(
	context: IWebhookFunctions,
	arrival: Arrival,
	reply: Reply,
	outputs: number,
): Promise<IWebhookResponseData> {
	const { identity, output, format } = arrival;
	// The editor listens for one call and shows it.
	if (context.getMode() === 'manual') {
		const run = new OpenBatch(() => {});
		const batch = { id: randomUUID(), items: [arrival] };
		const { answer } = run.add(identity);
		return startExecution(context, reply, { arrival, outputs, batch, run, answer });
	}
	const queue = [context.getWorkflow().id, context.getNode().id, output, format].join(' ');
	const known = (one: string) => `${queue} ${one}`;
	const caller = callerOf(reply);
	const acquired = await inFlight.acquire(known(identity), caller.onClosed);
	if (acquired.status === 'done') return answerFate(reply, fateOf(arrival, ACKNOWLEDGED), format);
	if (acquired.status === 'answered') {
		return answerFate(reply, fateOf(arrival, acquired.answer), format);
	}
	if (acquired.status === 'refused') return answer(reply, 503, 'TOO_MANY_WAITING', format);

	const sizes = BATCH_SIZES[acknowledgesImmediately(context) ? 'onReceived' : 'responseNode'];
	const turn = await groupCommit.join(queue, sizes, arrival, identity, caller);
	if (turn.role === 'follower') return answerFate(reply, fateOf(arrival, turn.answer), format);
	if (turn.role === 'refused' || turn.role === 'gone') {
		inFlight.release(known(identity));
		return answer(reply, 503, 'TOO_MANY_WAITING', format);
	}
	// Callers that waited during the shutdown are refused before n8n ends.
	if (isShuttingDown()) {
		for (const one of turn.batch.items) inFlight.markFailed(known(one.identity), 'STOPPING');
		turn.run.end(refused('STOPPING'));
		return answer(reply, 503, 'STOPPING', format);
	}
	return startExecution(
		context,
		reply,
		{ ...turn, arrival, outputs },
		{
			onStored: (one) => inFlight.markStored(known(one)),
			onAnswer: (one, fate) => {
				if (fate.acknowledged) inFlight.markSucceeded(known(one));
				else inFlight.markFailed(known(one), fate.code);
			},
		},
	);
}

/** A batch, and the caller that starts its execution. */
interface Start {
	/** This caller's. */
	arrival: Arrival;
	outputs: number;
	batch: Batch<Arrival>;
	run: BatchRun;
	/** To this caller's own notification. */
	answer: Promise<Answer>;
}

const acknowledgesImmediately = (context: IWebhookFunctions): boolean =>
	context.getNodeParameter('acknowledge') === 'onReceived';

const fateOf = ({ refusal }: Arrival, fate: Answer): Answer =>
	refusal !== undefined && fate.acknowledged ? refused(refusal) : fate;

/** Starts an execution with the items of a batch, and answers the caller when its own fate is known. */
function startExecution(
	context: IWebhookFunctions,
	reply: Reply,
	{ arrival, outputs, batch, run, answer }: Start,
	events?: RunEvents,
): IWebhookResponseData {
	const immediately = acknowledgesImmediately(context);
	const identities = ({ parts }: Arrival) => parts.map(({ identity }) => identity);
	const parts = new Map(batch.items.map((one) => [one.identity, identities(one)]));
	const own = followRun(reply, { id: batch.id, parts, immediately }, run, events);
	void answer.then((fate) => answerFate(own, fateOf(arrival, fate), arrival.format));
	const items = toItems(batch, immediately ? 'immediately' : 'workflow');
	const workflowData = Array.from({ length: outputs }, (_, output) =>
		output === arrival.output ? items : [],
	);
	// n8n writes an answer only after it has stored the execution; it ends here, as the sign of that.
	return immediately ? { webhookResponse: {}, workflowData } : { workflowData };
}

/** One n8n item for each part, with what its acknowledgement needs to answer for it. */
function toItems(
	{ id, items }: Batch<Arrival>,
	acknowledge: 'immediately' | 'workflow',
): INodeExecutionData[] {
	// A payment can arrive alone and within a combined order.
	const unique = new Map<string, ArrivalPart['json']>();
	for (const { identity, json } of items.flatMap(({ parts }) => parts)) unique.set(identity, json);
	const batch = { acknowledge, batch_id: id, batch_size: unique.size };
	return [...unique.values()].map((json) => ({
		json: { ...json, notification: { ...json.notification, ...batch } },
	}));
}
