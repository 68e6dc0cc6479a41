import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { explain, IntegrationError } from '../../lib/errors';
import {
	receiveNotification,
	type Received,
	type ReceivedPayment,
} from '../../lib/wechat-pay/receive';
import type { LinesFrom } from '../../lib/wechat-pay/transaction';
import { wechatPayAccount } from '../shared/wechat-pay-account';
import { batchOfOne, identityOf, payments } from './commit-lane';
import type { Turn } from './group-commit';
import { readBody, type RawRequest } from './read-body';
import { ACKNOWLEDGEMENT, answer, callerOf, type Reply } from './reply';
import { toItems } from './to-items';

const ignoredEvents = new Map<string, number>();

/** One callback from its bytes to an execution or to an answer without one. */
export async function receiveWebhook(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const reply = context.getResponseObject() as unknown as Reply;
	const body = await readBody(context.getRequestObject() as unknown as RawRequest);
	if (typeof body === 'number') return answer(reply, body, 'WECHAT_BODY_UNREADABLE');

	const received = await receive(context, body);
	if (received.kind === 'ignored') {
		countIgnored(context, received.event_type);
		return answer(reply, 200, 'SUCCESS');
	}
	if (received.kind === 'refused') {
		logRefusal(context, received.status, received.error);
		return answer(reply, received.status, received.error.code);
	}
	const turn = await takeTurn(context, received.item, reply);
	if (turn.role === 'leader') return start(context, turn);
	if (turn.role === 'follower' && turn.acknowledged) return answer(reply, 200, 'SUCCESS');
	return answer(reply, 503, turn.role === 'refused' ? 'TOO_MANY_WAITING' : 'NOT_STORED');
}

async function receive(context: IWebhookFunctions, body: Buffer): Promise<Received> {
	const account = wechatPayAccount(await context.getCredentials('wechatPayApi'));
	const appid = String(context.getNodeParameter('appid', '')).trim();
	const recipient = {
		mchid: account.mchid,
		...(appid ? { appid } : {}),
		apiV3Key: account.apiV3Key,
		verificationKeys: account.verificationKeys,
		linesFrom: context.getNodeParameter('linesFrom', 'attach') as LinesFrom,
	};
	return receiveNotification(
		body,
		context.getHeaderData(),
		recipient,
		Math.floor(Date.now() / 1000),
	);
}

async function takeTurn(
	context: IWebhookFunctions,
	item: ReceivedPayment,
	reply: Reply,
): Promise<Turn<ReceivedPayment>> {
	// The editor listens for one call and shows it.
	if (context.getMode() === 'manual') return { role: 'leader', batch: batchOfOne(item) };
	const lane = `${context.getWorkflow().id} ${context.getNode().id}`;
	return await payments.join(lane, item, identityOf(item), callerOf(reply));
}

function start(
	context: IWebhookFunctions,
	{ batch }: Extract<Turn<ReceivedPayment>, { role: 'leader' }>,
): IWebhookResponseData {
	const immediately = context.getNodeParameter('acknowledge') === 'onReceived';
	const items = toItems(batch, immediately ? 'immediately' : 'workflow');
	// n8n sends this body only after it has stored the execution; in the other mode a node sends its own.
	return immediately
		? { webhookResponse: ACKNOWLEDGEMENT, workflowData: [items] }
		: { workflowData: [items] };
}

function countIgnored({ logger }: IWebhookFunctions, eventType: string): void {
	const count = (ignoredEvents.get(eventType) ?? 0) + 1;
	if (count > 1 || ignoredEvents.size < 200) ignoredEvents.set(eventType, count);
	logger.info(
		`WeChat Pay Trigger acknowledged ${eventType} without an execution (${count} so far)`,
	);
}

/** WeChat probes with wrong signatures, and anybody may knock: only our own mistakes are errors. */
function logRefusal({ logger }: IWebhookFunctions, status: number, error: IntegrationError): void {
	const line = `WeChat Pay Trigger answered ${status}. ${explain(error)}`;
	if (status >= 500) logger.error(line);
	else logger.info(line);
}
