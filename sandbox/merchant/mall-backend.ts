import { createHmac, timingSafeEqual } from 'node:crypto';

import { newApp, type App } from '../server/app';
import type { Mall } from './mall';
import type { MallOrder } from './mall-order';

/** Seconds that a call may be old, or ahead. */
const TOLERANCE = 300;

/** The backend of the mall, as the shop backend contract describes it: what n8n asks about orders. */
export function mallBackend(mall: Mall, now: () => number): App {
	return newApp().post('/', async (call) => {
		const body = Buffer.from(await call.req.arrayBuffer());
		const { id, timestamp, signature } = {
			id: call.req.header('webhook-id') ?? '',
			timestamp: call.req.header('webhook-timestamp') ?? '',
			signature: call.req.header('webhook-signature') ?? '',
		};
		const age = Math.abs(now() / 1000 - Number(timestamp));
		const own = sign(mall.secret, id, timestamp, body);
		if (!(age <= TOLERANCE) || !signature.split(' ').some((one) => isSame(one, own))) {
			return call.json({ error: 'signature' }, 401);
		}
		const { type, data = {} } = JSON.parse(body.toString('utf8')) as {
			type: string;
			data?: { out_trade_no?: string };
		};
		if (type === 'ping') return call.json({ ok: true });
		const order = type === 'order.get' ? mall.order(String(data.out_trade_no)) : undefined;
		return order ? call.json(answerFor(order)) : call.json({ error: 'unknown' }, 404);
	});
}

/** The fields of the contract, without those of the mall's own database. */
const answerFor = (order: MallOrder): object =>
	Object.fromEntries(Object.entries(order).filter(([name]) => !OWN_FIELDS.has(name)));

const OWN_FIELDS = new Set(['hold', 'created_at', 'openid']);

/** Standard Webhooks: `v1,` and base64 of HMAC-SHA256 over id, time and body. */
function sign(secret: string, id: string, timestamp: string, body: Buffer): string {
	const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
	const hmac = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body);
	return `v1,${hmac.digest('base64')}`;
}

const isSame = (one: string, other: string): boolean =>
	one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
