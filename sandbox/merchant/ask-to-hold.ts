import { randomUUID, webcrypto } from 'node:crypto';

import type { HoldState, MallHold, MallOrder } from './mall-order';

/** Where the mall asks for stock before it lets a buyer pay, and the secret that it shares with n8n. */
export interface HoldAddress {
	url: string;
	/** `whsec_` and base64. */
	secret: string;
	/** How long an answer is waited for, milliseconds: 5 seconds unless given. */
	timeoutMs?: number;
}

const TIMEOUT_MS = 5_000;
const ATTEMPTS = 3;

/**
 * Asks n8n to hold the stock of an order (docs/shop-backend.md). An attempt without a clear answer is repeated
 * with a new id. Only status 200 means held: the mall takes no money otherwise.
 */
export async function askToHold(
	order: MallOrder,
	{ mchid, appid, now }: { mchid: string; appid: string; now: () => number },
	{ url, secret, timeoutMs = TIMEOUT_MS }: HoldAddress,
): Promise<MallHold> {
	const data = { mchid, appid, ...order, hold: undefined, created_at: undefined };
	let answer: MallHold = { state: 'unanswered', status: null, latency_ms: 0 };
	for (let attempt = 1; attempt <= ATTEMPTS && answer.state === 'unanswered'; attempt += 1) {
		const timestamp = new Date(now()).toISOString();
		const body = JSON.stringify({ type: 'stock.hold', timestamp, data });
		const headers = await signed(secret, body, now());
		const started = performance.now();
		const { status, json } = await post(url, headers, body, timeoutMs);
		const latency_ms = performance.now() - started;
		answer = { state: stateOf(status), status, latency_ms, ...told(json) };
	}
	return answer;
}

const stateOf = (status: number | null): HoldState => {
	if (status === 200) return 'held';
	if (status === 409) return 'sold_out';
	return status !== null && status < 500 ? 'refused' : 'unanswered';
};

function told(json: Record<string, unknown>): Pick<MallHold, 'expires_at' | 'reason'> {
	const { expires_at, message } = json;
	return {
		...(typeof expires_at === 'string' && { expires_at }),
		...(typeof message === 'string' && { reason: message }),
	};
}

/** Signed by the browsers' interface: the package itself uses Node's. */
async function signed(secret: string, body: string, atMs: number): Promise<Record<string, string>> {
	const id = `mall_${randomUUID()}`;
	const timestamp = String(Math.floor(atMs / 1000));
	const bytes = Buffer.from(secret.replace('whsec_', ''), 'base64');
	const algorithm = { name: 'HMAC', hash: 'SHA-256' };
	const key = await webcrypto.subtle.importKey('raw', bytes, algorithm, false, ['sign']);
	const text = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
	const signature = Buffer.from(await webcrypto.subtle.sign('HMAC', key, text)).toString('base64');
	return {
		'Content-Type': 'application/json',
		'webhook-id': id,
		'webhook-timestamp': timestamp,
		'webhook-signature': `v1,${signature}`,
	};
}

async function post(
	url: string,
	headers: Record<string, string>,
	body: string,
	timeoutMs: number,
): Promise<{ status: number | null; json: Record<string, unknown> }> {
	try {
		const signal = AbortSignal.timeout(timeoutMs);
		const response = await fetch(url, { method: 'POST', headers, body, signal });
		const text = await response.text();
		return { status: response.status, json: objectIn(text) };
	} catch {
		return { status: null, json: {} };
	}
}

function objectIn(text: string): Record<string, unknown> {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
	} catch {
		return {};
	}
}
