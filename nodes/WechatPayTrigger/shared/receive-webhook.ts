import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { BoundedMap } from '../../../lib/core/bounded-map';
import { explain, type IntegrationError } from '../../../lib/core/errors';
import { memoizeAsync, youngerThan } from '../../../lib/core/memoize';
import type {
	AcceptedNotification,
	Received,
	ReceivedItem,
} from '../../../lib/wechat-pay/notification/notification';
import type { LinesFrom } from '../../../lib/wechat-pay/notification/items';
import { MAX_BODY_BYTES, receiveNotification } from '../../../lib/wechat-pay/receive-notification';
import { wechatPayAccount, type OpenWechatPayAccount } from '../../shared/wechat-pay-account';
import { dispatchNotification } from './dispatch-notification';
import { answer, type Reply } from './reply';
import { isShuttingDown, watchForShutdown } from './shutdown';

/** n8n's request: the body as received, or a way to read it. */
export interface RawRequest {
	headers: Record<string, string | string[] | undefined>;
	rawBody?: Buffer;
	readRawBody?: () => Promise<void>;
}

/** Reading and decrypting the credential takes a third of our part of a call; many calls arrive together. */
const accounts = memoizeAsync<OpenWechatPayAccount>(200);
const isCurrent = youngerThan(2_000);
const ignoredEvents = new BoundedMap<string, number>(200);

/** Handles one notification, from its bytes to an execution or to an answer without one. */
export async function receiveWebhook(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	watchForShutdown();
	const reply = context.getResponseObject() as unknown as Reply;
	const body = await readBody(context.getRequestObject() as unknown as RawRequest);
	if (typeof body === 'number') return answer(reply, body, 'WECHAT_BODY_UNREADABLE', 'v3');

	const received = await receive(context, body);
	if (received.kind === 'ignored') {
		countIgnored(context, received.event_type);
		return answer(reply, 200, 'SUCCESS', received.api);
	}
	if (received.kind === 'refused') {
		logRefusal(context, received.status, received.error);
		return answer(reply, received.status, received.error.code, received.api);
	}
	if (isShuttingDown()) return answer(reply, 503, 'STOPPING', received.api);
	logArrival(context, received);
	if (received.kind === 'payment') received.problems.forEach((one) => logUnread(context, one));
	return await dispatchNotification(context, received, reply);
}

/**
 * The body byte for byte, or the HTTP status to refuse it with. A body that declares itself too large is
 * not read, unless n8n has read it already.
 */
async function readBody(request: RawRequest): Promise<Buffer | number> {
	if (request.rawBody) return request.rawBody;
	if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return 413;
	try {
		await request.readRawBody?.();
	} catch (error) {
		const { status } = error as { status?: unknown };
		return typeof status === 'number' && status >= 400 && status < 500 ? status : 400;
	}
	return request.rawBody ?? Buffer.alloc(0);
}

async function receive(context: IWebhookFunctions, body: Buffer): Promise<Received> {
	const account = await accountOf(context);
	const headers = context.getHeaderData();
	const serial = headers['wechatpay-serial'];
	if (typeof serial === 'string') await account.keyRing.prepare(serial);
	const text = (name: string) => String(context.getNodeParameter(name, '')).trim();
	const recipient = {
		...account,
		...(text('appid') ? { appid: text('appid') } : {}),
		...(text('subMchid') ? { subMchid: text('subMchid') } : {}),
		linesFrom: context.getNodeParameter('linesFrom', 'attach') as LinesFrom,
		events: context.getNodeParameter('events', ['TRANSACTION.SUCCESS']) as string[],
	};
	return receiveNotification(body, headers, recipient, Math.floor(Date.now() / 1000));
}

async function accountOf(context: IWebhookFunctions): Promise<OpenWechatPayAccount> {
	const { id } = context.getNode().credentials?.wechatPayApi ?? {};
	const open = async () => wechatPayAccount(await context.getCredentials('wechatPayApi'));
	return id ? await accounts(id, open, isCurrent) : await open();
}

/** The shop's order number connects this line with the order in Odoo. */
function logArrival({ logger }: IWebhookFunctions, { items }: AcceptedNotification): void {
	for (const { notification, ...item } of items as ReceivedItem[]) {
		const number = 'complaint_id' in item ? item.complaint_id : item.out_trade_no;
		logger.info(`WeChat Pay Trigger received ${notification.event_type} of ${number}`);
	}
}

/** A sub-order that cannot be read starts nothing: this line and the refusals of its notification show it. */
function logUnread({ logger }: IWebhookFunctions, problem: IntegrationError): void {
	logger.error(`WeChat Pay Trigger could not read a sub-order. ${explain(problem)}`);
}

function countIgnored({ logger }: IWebhookFunctions, eventType: string): void {
	const count = (ignoredEvents.get(eventType) ?? 0) + 1;
	ignoredEvents.set(eventType, count);
	logger.info(
		`WeChat Pay Trigger acknowledged ${eventType} without an execution (${count} so far)`,
	);
}

/** WeChat sends probes with wrong signatures, and strangers may call: only our own failures are errors. */
function logRefusal({ logger }: IWebhookFunctions, status: number, error: IntegrationError): void {
	const line = `WeChat Pay Trigger answered ${status}. ${explain(error)}`;
	if (status >= 500) logger.error(line);
	else logger.info(line);
}
