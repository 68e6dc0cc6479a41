import http from 'node:http';
import https from 'node:https';

import { readXml } from '../core/xml';
import type { PreparedRequest } from '../notifications/options';
import type { DeliveryAnswer, DeliveryFailure } from './delivery';

const KEPT_BYTES = 4096;

/**
 * One POST. The whole answer has to be there within `timeoutMs`, otherwise the connection is cut.
 * Never rejects.
 */
export async function post(
	url: string,
	{ headers, query, body }: PreparedRequest,
	timeoutMs: number,
	stopped: AbortSignal,
): Promise<DeliveryAnswer> {
	const startedAt = performance.now();
	const cut = new AbortController();
	let failure: DeliveryFailure | null = 'connection';
	const giveUp = (reason: DeliveryFailure): void => {
		failure = reason;
		cut.abort();
	};
	const stop = (): void => giveUp('stopped');
	const timer = setTimeout(() => giveUp('timeout'), timeoutMs);
	stopped.addEventListener('abort', stop);
	if (stopped.aborted) stop();
	let answer: { status: number | null; body: string } = { status: null, body: '' };
	try {
		const whole = await send(addressOf(url, query), headers, body, cut.signal);
		failure = query ? failureOfPush(whole) : failureOfAnswer({ headers }, whole);
		answer = whole;
	} catch {
		// `failure` says why. WeChat reveals no more than that.
	} finally {
		clearTimeout(timer);
		stopped.removeEventListener('abort', stop);
	}
	const latency_ms = performance.now() - startedAt;
	return { ...answer, latency_ms, failure, acknowledged: failure === null };
}

async function send(
	url: string,
	headers: Record<string, string>,
	body: string,
	signal: AbortSignal,
): Promise<{ status: number; body: string }> {
	const { request } = new URL(url).protocol === 'https:' ? https : http;
	const length = String(Buffer.byteLength(body));
	return await new Promise((resolve, reject) => {
		const sent = request(url, {
			method: 'POST',
			headers: { ...headers, 'Content-Length': length },
			agent: false,
			signal,
		});
		sent.on('error', reject);
		sent.on('response', (response) => {
			let kept = Buffer.alloc(0);
			response.on('data', (part: Buffer) => {
				kept = Buffer.concat([kept, part]).subarray(0, KEPT_BYTES);
			});
			response.on('error', reject);
			response.on('close', () => reject(new Error('The answer broke off')));
			response.on('end', () =>
				resolve({ status: response.statusCode ?? 0, body: kept.toString() }),
			);
		});
		sent.end(body);
	});
}

const addressOf = (url: string, query: PreparedRequest['query']): string =>
	query ? `${url}?${new URLSearchParams(query).toString()}` : url;

/** A push is acknowledged by the text success, or by nothing at all. */
export function failureOfPush({
	status,
	body,
}: {
	status: number;
	body: string;
}): DeliveryFailure | null {
	if (status !== 200) return 'status';
	return body === 'success' || body === '' ? null : 'body';
}

/**
 * What a whole answer means. JSON notifications are acknowledged by status 200 or 204 alone, redirects are not
 * followed. XML ones are by status 200 and `return_code` SUCCESS, with nothing around the XML.
 */
export function failureOfAnswer(
	{ headers }: Pick<PreparedRequest, 'headers'>,
	{ status, body }: { status: number; body: string },
): DeliveryFailure | null {
	if (headers['Content-Type'] !== 'text/xml') return failureOfStatus(status);
	if (status !== 200) return 'status';
	return body.startsWith('<xml>') && readXml(body)?.return_code === 'SUCCESS' ? null : 'body';
}

export function failureOfStatus(status: number): DeliveryFailure | null {
	return status === 200 || status === 204 ? null : 'status';
}
