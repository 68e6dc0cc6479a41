import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { explain, IntegrationError } from '../../../lib/core/errors';
import type { Received, ReplyFormat } from './arrival';
import { dispatchNotification, isShuttingDown, watchForShutdown } from './dispatch-notification';
import { answer, answerText, type Reply } from './reply';
import { BoundedMap } from '../../../lib/core/memoize';

/** What differs from trigger to trigger. */
export interface NotificationSource {
	/** Of the node, for n8n's log. */
	name: string;
	outputs: number;
	maxBodyBytes: number;
	/** Of answers to requests that nothing is known about. */
	format: ReplyFormat;
	/** Reads a request. Nothing that a caller can send makes it throw. */
	receive(context: IWebhookFunctions, body: Buffer): Promise<Received>;
}

/** n8n's request: the body as received, or a way to read it. */
interface RawRequest {
	headers: Record<string, string | string[] | undefined>;
	rawBody?: Buffer;
	readRawBody?: () => Promise<void>;
}

const ignoredEvents = new BoundedMap<string, number>(200);

/** Handles one notification, from its bytes to an execution or to an answer without one. Never throws. */
export async function receiveWebhook(
	context: IWebhookFunctions,
	source: NotificationSource,
): Promise<IWebhookResponseData> {
	const reply = context.getResponseObject() as unknown as Reply;
	try {
		return await receive(context, source, reply);
	} catch (error) {
		// An error would store an execution, which any stranger could cause.
		const said = error instanceof IntegrationError ? explain(error) : String(error);
		context.logger.error(`${source.name} could not receive: ${said}`);
		const code = error instanceof IntegrationError ? error.code : 'INTERNAL';
		return answer(reply, 500, code, source.format);
	}
}

async function receive(
	context: IWebhookFunctions,
	source: NotificationSource,
	reply: Reply,
): Promise<IWebhookResponseData> {
	watchForShutdown();
	const { logger } = context;
	const request = context.getRequestObject() as unknown as RawRequest;
	const body = await readBody(request, source.maxBodyBytes);
	if (typeof body === 'number') return answer(reply, body, 'WECHAT_BODY_UNREADABLE', source.format);

	const received = await source.receive(context, body);
	if (received.kind === 'answer') return answerText(reply, received.text);
	if (received.kind === 'ignored') {
		const { event_type, format } = received;
		const count = (ignoredEvents.get(event_type) ?? 0) + 1;
		ignoredEvents.set(event_type, count);
		logger.info(`${source.name} acknowledged ${event_type} without an execution (${count} so far)`);
		return answer(reply, 200, 'SUCCESS', format);
	}
	if (received.kind === 'refused') {
		const { status, error, format } = received;
		// WeChat sends probes with wrong signatures, and strangers may call: only our own failures are errors.
		const line = `${source.name} answered ${status}. ${explain(error)}`;
		if (status >= 500) logger.error(line);
		else logger.info(line);
		return answer(reply, status, error.code, format);
	}
	const { arrival, log, problems } = received;
	if (isShuttingDown()) return answer(reply, 503, 'STOPPING', arrival.format);
	for (const line of log) logger.info(`${source.name} received ${line}`);
	for (const problem of problems) {
		logger.error(`${source.name} could not read a part. ${explain(problem)}`);
	}
	return await dispatchNotification(context, arrival, reply, source.outputs);
}

/**
 * The body byte for byte, or the HTTP status to refuse it with. A body that declares itself too large is
 * not read, unless n8n has read it already.
 */
async function readBody(request: RawRequest, maxBytes: number): Promise<Buffer | number> {
	if (request.rawBody) return request.rawBody;
	if (Number(request.headers['content-length'] ?? 0) > maxBytes) return 413;
	try {
		await request.readRawBody?.();
	} catch (error) {
		const { status } = error as { status?: unknown };
		return typeof status === 'number' && status >= 400 && status < 500 ? status : 400;
	}
	return request.rawBody ?? Buffer.alloc(0);
}
