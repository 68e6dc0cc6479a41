import { randomUUID } from 'node:crypto';
import type {
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { ACKNOWLEDGED, refused, type Answer } from '../../../lib/batching/answers';
import { OpenBatch, type BatchRun } from '../../../lib/batching/batch';
import type { Batch } from '../../../lib/batching/group-commit';
import type {
	ComplaintItem,
	NotificationReceipt,
	PaymentItem,
	RefundItem,
} from '../../../lib/wechat-pay/notification/items';
import type {
	AcceptedNotification,
	ReceivedItem,
} from '../../../lib/wechat-pay/notification/notification';
import { itemIdentity } from '../../shared/notification-answers';
import { followRun, type RunEvents } from './follow-run';
import { BATCH_SIZES, groupCommit, inFlight } from './group-commit-instance';
import { answer, answerFate, callerOf, type Reply } from './reply';
import { isShuttingDown } from './shutdown';

/**
 * Starts an execution for a verified notification, alone or in a batch with others, unless this process has
 * met it before. Each caller is answered by what becomes of its own notification. Payments and refunds, XML
 * and JSON are not mixed.
 */
export async function dispatchNotification(
	context: IWebhookFunctions,
	notification: AcceptedNotification,
	reply: Reply,
): Promise<IWebhookResponseData> {
	const { kind, api } = notification;
	const identity = identityOf(notification);
	// The editor listens for one call and shows it.
	if (context.getMode() === 'manual') {
		const run = new OpenBatch(() => {});
		const batch = { id: randomUUID(), items: [notification] };
		return startExecution(context, reply, {
			notification,
			batch,
			run,
			answer: run.add(identity).answer,
		});
	}
	const queue = [context.getWorkflow().id, context.getNode().id, kind, api].join(' ');
	const known = (one: string) => `${queue} ${one}`;
	const caller = callerOf(reply);
	const acquired = await inFlight.acquire(known(identity), caller.onClosed);
	if (acquired.status === 'done') return answerFate(reply, fateOf(notification, ACKNOWLEDGED), api);
	if (acquired.status === 'answered') {
		return answerFate(reply, fateOf(notification, acquired.answer), api);
	}
	if (acquired.status === 'refused') return answer(reply, 503, 'TOO_MANY_WAITING', api);

	const sizes = BATCH_SIZES[acknowledgesImmediately(context) ? 'onReceived' : 'responseNode'];
	const turn = await groupCommit.join(queue, sizes, notification, identity, caller);
	if (turn.role === 'follower') {
		return answerFate(reply, fateOf(notification, turn.answer), api);
	}
	if (turn.role === 'refused' || turn.role === 'gone') {
		inFlight.release(known(identity));
		return answer(reply, 503, 'TOO_MANY_WAITING', api);
	}
	// Callers that waited during the shutdown are refused before n8n ends.
	if (isShuttingDown()) {
		for (const one of turn.batch.items) inFlight.markFailed(known(identityOf(one)), 'STOPPING');
		turn.run.end(refused('STOPPING'));
		return answer(reply, 503, 'STOPPING', api);
	}
	return startExecution(
		context,
		reply,
		{ ...turn, notification },
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
	notification: AcceptedNotification;
	batch: Batch<AcceptedNotification>;
	run: BatchRun;
	/** To this caller's own notification. */
	answer: Promise<Answer>;
}

/** The outputs of the trigger, by what they are for. */
const OUTPUTS = ['payment', 'refund', 'complaint'] as const satisfies Array<
	AcceptedNotification['kind']
>;

const acknowledgesImmediately = (context: IWebhookFunctions): boolean =>
	context.getNodeParameter('acknowledge') === 'onReceived';

/** Equal for all deliveries of a notification. */
const identityOf = ({ items }: AcceptedNotification): string => items.map(itemIdentity).join(', ');

/** A combined order with a part that could not be read is never acknowledged as a whole: WeChat sends it again. */
function fateOf(notification: AcceptedNotification, fate: Answer): Answer {
	const [problem] = notification.kind === 'payment' ? notification.problems : [];
	return problem && fate.acknowledged ? refused(problem.code) : fate;
}

/** Starts an execution with the items of a batch, and answers the caller when its own fate is known. */
function startExecution(
	context: IWebhookFunctions,
	reply: Reply,
	{ notification, batch, run, answer }: Start,
	events?: RunEvents,
): IWebhookResponseData {
	const immediately = acknowledgesImmediately(context);
	const parts = new Map(batch.items.map((one) => [identityOf(one), one.items.map(itemIdentity)]));
	const own = followRun(reply, { id: batch.id, parts, immediately }, run, events);
	void answer.then((fate) => answerFate(own, fateOf(notification, fate), notification.api));
	const items = toItems(batch, immediately ? 'immediately' : 'workflow');
	const workflowData = OUTPUTS.map((kind) => (kind === notification.kind ? items : []));
	// n8n writes an answer only after it has stored the execution; it ends here, as the sign of that.
	return immediately ? { webhookResponse: {}, workflowData } : { workflowData };
}

/** One n8n item for each payment or refund, with what Acknowledge Notification needs to answer for it. */
function toItems(
	{ id, items }: Batch<AcceptedNotification>,
	acknowledge: NotificationReceipt['acknowledge'],
): INodeExecutionData[] {
	// A payment can arrive alone and within a combined order.
	const unique = new Map<string, ReceivedItem>();
	for (const item of items.flatMap((one): ReceivedItem[] => one.items)) {
		unique.set(itemIdentity(item), item);
	}
	const batch = { acknowledge, batch_id: id, batch_size: unique.size };
	return [...unique.values()].map((received) => {
		const notification = { ...received.notification, ...batch };
		const item = { ...received, notification } satisfies PaymentItem | RefundItem | ComplaintItem;
		return { json: item as unknown as IDataObject };
	});
}
