import type { IWebhookResponseData } from 'n8n-workflow';

import type { Caller } from './group-commit';

/** The part of Node's response object that the trigger uses. */
export interface Reply {
	statusCode: number;
	headersSent: boolean;
	destroyed: boolean;
	once(event: 'finish' | 'close', listener: () => void): unknown;
	status(code: number): Reply;
	json(body: unknown): unknown;
}

/** WeChat goes by the status alone; the body is what its documentation shows. */
export const ACKNOWLEDGEMENT = { code: 'SUCCESS', message: '成功' };

/** Answers by itself and starts no execution. */
export function answer(reply: Reply, status: number, code: string): IWebhookResponseData {
	if (!reply.headersSent && !reply.destroyed) {
		reply.status(status).json(status === 200 ? ACKNOWLEDGEMENT : { code: 'FAIL', message: code });
	}
	return { noWebhookResponse: true };
}

/** A response as somebody who waits: it is settled when it is finished or its connection is gone. */
export function callerOf(reply: Reply): Caller {
	return {
		onSettled(listener) {
			if (reply.destroyed) {
				listener(false);
				return;
			}
			let settled = false;
			const settle = (acknowledged: boolean) => {
				if (settled) return;
				settled = true;
				listener(acknowledged);
			};
			reply.once('finish', () => settle(reply.statusCode === 200));
			reply.once('close', () => settle(false));
		},
	};
}
