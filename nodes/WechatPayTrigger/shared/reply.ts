import type { IWebhookResponseData } from 'n8n-workflow';

import type { Caller } from '../../../lib/batching/group-commit';
import type { NotificationReceipt } from '../../../lib/wechat-pay/notification/items';
import { acknowledgement, refusalReply } from '../../shared/acknowledgement';

/** The part of Node's response object that the trigger uses. */
export interface Reply {
	statusCode: number;
	headersSent: boolean;
	destroyed: boolean;
	once(event: 'finish' | 'close', listener: () => void): unknown;
	status(code: number): Reply;
	setHeader(name: string, value: string): unknown;
	send(body: unknown): unknown;
}

/** Sends an answer without an execution. */
export function answer(
	reply: Reply,
	status: number,
	code: string,
	api: NotificationReceipt['api'],
): IWebhookResponseData {
	if (!reply.headersSent && !reply.destroyed) {
		const { contentType, body } = status === 200 ? acknowledgement(api) : refusalReply(api, code);
		reply.setHeader('Content-Type', contentType);
		reply.status(status).send(body);
	}
	return { noWebhookResponse: true };
}

/** How a response ended: answered with 200, answered otherwise, or cut off by the caller. */
export type End = 'acknowledged' | 'refused' | 'cut';

/** Calls back once. */
export function onEnd(reply: Reply, listener: (end: End) => void): void {
	if (reply.destroyed) {
		listener('cut');
		return;
	}
	let ended = false;
	const end = (how: End) => {
		if (ended) return;
		ended = true;
		listener(how);
	};
	reply.once('finish', () => end(reply.statusCode === 200 ? 'acknowledged' : 'refused'));
	// n8n leaves the status of a cut connection at 200.
	reply.once('close', () => end('cut'));
}

/** A response as a waiting caller: settled when it is finished or its connection is closed. */
export function callerOf(reply: Reply): Caller {
	return {
		onSettled: (listener) => onEnd(reply, (end) => listener(end === 'acknowledged')),
	};
}
