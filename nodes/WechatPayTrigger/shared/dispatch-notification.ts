import { randomUUID } from 'node:crypto';
import type {
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import type { Batch } from '../../../lib/batching/group-commit';
import type {
	NotificationReceipt,
	PaymentItem,
	RefundItem,
} from '../../../lib/wechat-pay/notification/items';
import type {
	AcceptedNotification,
	ReceivedItem,
} from '../../../lib/wechat-pay/notification/notification';
import { acknowledgement, onAcknowledged } from '../../shared/acknowledgement';
import { BATCH_SIZES, groupCommit, inFlight } from './group-commit-instance';
import { answer, callerOf, onEnd, type Reply } from './reply';
import { isShuttingDown } from './shutdown';

type NotificationBatch = Batch<AcceptedNotification>;

const acknowledgesImmediately = (context: IWebhookFunctions) =>
	context.getNodeParameter('acknowledge') === 'onReceived';

/**
 * Starts an execution for a verified notification, alone or in a batch with others, unless this process has
 * met it before. Payments and refunds, XML and JSON are not mixed: a whole batch gets one answer.
 */
export async function dispatchNotification(
	context: IWebhookFunctions,
	notification: AcceptedNotification,
	reply: Reply,
): Promise<IWebhookResponseData> {
	// The editor listens for one call and shows it.
	if (context.getMode() === 'manual') {
		return startExecution(context, { id: randomUUID(), items: [notification] }, reply);
	}
	const { kind, api } = notification;
	const queue = [context.getWorkflow().id, context.getNode().id, kind, api].join(' ');
	const identity = `${queue} ${identityOf(notification)}`;
	const acquired = await inFlight.acquire(identity, (leave) => onEnd(reply, leave));
	if (acquired.status === 'done') return answer(reply, 200, 'SUCCESS', api);
	if (acquired.status === 'answered') {
		return answer(reply, acquired.acknowledged ? 200 : 503, 'FIRST_RUN_FAILED', api);
	}
	if (acquired.status === 'refused') return answer(reply, 503, 'TOO_MANY_WAITING', api);

	const sizes = BATCH_SIZES[acknowledgesImmediately(context) ? 'onReceived' : 'responseNode'];
	const turn = await groupCommit.join(queue, sizes, notification, identity, callerOf(reply));
	if (turn.role === 'leader') {
		const { batch } = turn;
		const identities = batch.items.map((one) => `${queue} ${identityOf(one)}`);
		trackRun(context, reply, batch.id, identities);
		// Callers that waited during the shutdown are refused before n8n ends.
		if (isShuttingDown()) return answer(reply, 503, 'STOPPING', api);
		return startExecution(context, batch, reply);
	}
	if (turn.role === 'follower') {
		return answer(reply, turn.acknowledged ? 200 : 503, 'NOT_STORED', api);
	}
	inFlight.release(identity);
	return answer(reply, 503, 'TOO_MANY_WAITING', api);
}

/** Records how the run of a batch ends, as far as it can be known here. */
function trackRun(
	context: IWebhookFunctions,
	reply: Reply,
	batchId: string,
	identities: string[],
): void {
	const markAll = (mark: (identity: string) => void) => () => identities.forEach(mark);
	const markSucceeded = markAll((identity) => inFlight.markSucceeded(identity));
	const stopListening = onAcknowledged(batchId, markSucceeded);
	const marks = {
		acknowledged: acknowledgesImmediately(context)
			? markAll((identity) => inFlight.markStored(identity))
			: markSucceeded,
		refused: markAll((identity) => inFlight.markFailed(identity)),
		cut: markAll((identity) => inFlight.markUnknown(identity)),
	};
	onEnd(reply, (end) => {
		marks[end]();
		if (end === 'refused') stopListening();
	});
}

function startExecution(
	context: IWebhookFunctions,
	batch: NotificationBatch,
	reply: Reply,
): IWebhookResponseData {
	const immediately = acknowledgesImmediately(context);
	const items = toItems(batch, immediately ? 'immediately' : 'workflow');
	const [first] = batch.items;
	const workflowData = first?.kind === 'refund' ? [[], items] : [items, []];
	if (!immediately) return { workflowData };
	// n8n sends this body only after it has stored the execution; in the other mode a node sends its own.
	const { contentType, body } = acknowledgement(first?.api ?? 'v3');
	if (!reply.headersSent) reply.setHeader('Content-Type', contentType);
	return { webhookResponse: body, workflowData };
}

/** One n8n item for each payment or refund, with what Acknowledge Notification needs to answer for the batch. */
function toItems(
	{ id, items }: NotificationBatch,
	acknowledge: NotificationReceipt['acknowledge'],
): INodeExecutionData[] {
	// A payment can arrive alone and within a combined order.
	const unique = new Map<string, ReceivedItem>();
	for (const item of items.flatMap((one): ReceivedItem[] => one.items)) {
		unique.set(identityOfItem(item), item);
	}
	const batch = { acknowledge, batch_id: id, batch_size: unique.size };
	return [...unique.values()].map((received) => {
		const notification = { ...received.notification, ...batch };
		const item = { ...received, notification } satisfies PaymentItem | RefundItem;
		return { json: item as unknown as IDataObject };
	});
}

/** Equal for all deliveries of a notification. */
const identityOf = ({ items }: AcceptedNotification): string =>
	items.map(identityOfItem).join(', ');

/** Equal for all notifications of an event of a payment or refund. */
function identityOfItem(item: ReceivedItem): string {
	const refundId = 'refund_id' in item ? item.refund_id : '';
	const merchant = [item.mchid, item.sub_mchid ?? ''].join(' ').trim();
	return [merchant, item.transaction_id, refundId, item.notification.event_type].join(' ');
}
