import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';

import type { WeChat } from '../platform/wechat';
import { replaceAnswer, targetOf, type Call, type Middleware } from './app';
import type { Fault } from './faults';

const DEFAULT_DELAY_MS = 10_000;

/**
 * Draws the faults of a call, writes the call down, and delays or drops its answer. What fails is
 * left to `failCalls`, which knows how the API says so.
 *
 * @param pause waits for the given milliseconds
 */
export const injectFaults =
	({ faults, calls, now }: WeChat, pause: (ms: number) => Promise<void>): Middleware =>
	async (call, next) => {
		const { method } = call.req;
		const target = targetOf(call);
		const hits = faults.hitting({ method, target });
		const kinds = hits.map(({ kind }) => kind);
		const isDropped = kinds.includes('dropped');
		call.set(
			'failure',
			hits.find(({ kind }) => kind !== 'slow' && kind !== 'dropped'),
		);
		await next();
		const errcode = call.get('errcode');
		calls.push({
			method,
			target,
			status: isDropped ? null : call.res.status,
			...(errcode === undefined ? {} : { errcode }),
			faults: kinds,
			at: new Date(now()).toISOString(),
		});
		const delayMs = hits
			.filter(({ kind }) => kind === 'slow')
			.reduce((sum, fault) => sum + (fault.delayMs ?? DEFAULT_DELAY_MS), 0);
		if (delayMs > 0) await pause(delayMs);
		if (!isDropped) return;
		call.env.incoming.socket.destroy();
		replaceAnswer(call, RESPONSE_ALREADY_SENT);
	};

/** Answers a call that `rateLimit`, `error` or `refusal` hits; the work is done only where the fault says so. */
export const failCalls =
	(answer: (fault: Fault, call: Call) => Response): Middleware =>
	async (call, next) => {
		const fault = call.get('failure');
		if (!fault || fault.done) await next();
		if (fault) replaceAnswer(call, answer(fault, call));
	};

/** A gateway in front of the API: it knows no keys. */
export const badGateway = (call: Call): Response =>
	call.html(
		'<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>',
		502,
	);
