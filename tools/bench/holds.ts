import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import { holdSurge, type BuyerOfSurge } from '../rehearsal/hold-surge';
import { n8nClient } from '../services/n8n-client';
import type { N8nServer } from '../services/n8n';
import { odooFields } from '../services/odoo-fields';
import {
	acknowledging,
	publishTemplate,
	readTemplate,
	startOrderingStack,
	type OrderingStack,
} from '../services/ordering-stack';
import { startPackedN8n } from '../services/packed-n8n';
import { progressFor } from '../services/progress';
import { recordedOrders } from '../services/recorded-orders';
import { percentile, type Metric } from './metric';

const UNITS = 100;
const BUYERS = 300;
const PER_SECOND = 8;
/** Of the units: a surge that sells nothing oversells nothing either. */
const LEAST_SOLD = 0.9;
const CALM = 'CALM-01';
const CHAOS = 'CHAOS-01';
/** A shop that opens for a campaign has sold before: the first requests of a process load its code. */
const WARM = { sku: 'WARM-01', buyers: 16 };
const KILLED_AFTER_MS = 8_000;
const DOWN_MS = 10_000;

/**
 * 300 buyers ask for 100 units through the template hold-before-payment, in two n8n processes with one Odoo,
 * 8 a second. The second time, one of the processes is killed in the middle and started again.
 */
export async function run(): Promise<Metric[]> {
	const progress = progressFor('bench holds');
	const products = [CALM, CHAOS, WARM.sku].map((sku) => ({
		sku,
		name: sku,
		price: 99,
		stock: UNITS,
	}));
	const stack = await startOrderingStack({ products });
	const second = await startPackedN8n(progressFor('second n8n'));
	try {
		const secret = `whsec_${randomBytes(32).toString('base64')}`;
		const sides = [await publish(stack, stack.n8n, secret), await publish(stack, second, secret)];
		const surge = async (sku: string, buyers = BUYERS) =>
			await holdSurge(stack.sandbox, {
				...{ sku, price: 9900, buyers, perSecond: PER_SECOND, secret },
				holdUrls: sides.map(({ holdUrl }) => holdUrl),
				notifyUrls: sides.map(({ notifyUrl }) => notifyUrl),
			});
		progress(`${WARM.buyers} buyers before the campaign`);
		await surge(WARM.sku, WARM.buyers);
		await stack.sandbox.waitUntilSettled();
		progress('300 buyers for 100 units');
		const calm = await surge(CALM);
		const metrics = await audit('calm', CALM, calm, stack);
		const answers = calm.map(({ answeredMs }) => answeredMs);
		metrics.push(
			{
				...{ metric: 'calm: answer to the shop, p95', unit: 'ms', goal: { below: 2_000 } },
				value: Math.round(percentile(answers, 0.95)),
			},
			{ metric: 'calm: p50', value: Math.round(percentile(answers, 0.5)), unit: 'ms' },
		);
		progress('the same, and a process is killed in the middle');
		const [chaos] = await Promise.all([surge(CHAOS), killInTheMiddle(second)]);
		return [...metrics, ...(await audit('a process killed', CHAOS, chaos, stack))];
	} finally {
		await second.stop();
		await stack.stop();
	}
}

async function publish(stack: OrderingStack, server: N8nServer, secret: string) {
	const client = server === stack.n8n ? stack.client : await n8nClient(server);
	const create = async (type: string, fields: object) =>
		await client.createCredential(type, `${type} of holds`, fields);
	const credentials = {
		wechatPayApi: await create('wechatPayApi', stack.sandbox.credential),
		odooForWechatApi: await create('odooForWechatApi', odooFields(stack.odoo)),
		shopBackendApi: await create('shopBackendApi', { url: 'http://127.0.0.1:9/', secret }),
	};
	const of = { client, credentials };
	const hold = await publishTemplate(of, await readTemplate('hold-before-payment.json'));
	const ordering = acknowledging(await readTemplate('ordering.json'), 'workflow');
	const { notifyUrl } = await publishTemplate(of, ordering);
	return { holdUrl: hold.notifyUrl, notifyUrl };
}

async function killInTheMiddle(server: N8nServer): Promise<void> {
	await wait(KILLED_AFTER_MS);
	await server.kill();
	await wait(DOWN_MS);
	await server.restart();
}

/** What Odoo has for the buyers who paid, once every payment is acknowledged. */
async function audit(
	name: string,
	sku: string,
	buyers: BuyerOfSurge[],
	{ sandbox, admin, products }: OrderingStack,
): Promise<Metric[]> {
	await sandbox.waitUntilSettled();
	const paid = buyers.filter(({ transactionId }) => transactionId !== '');
	const ids = paid.map(({ transactionId }) => transactionId);
	const orders = await recordedOrders(admin, ids);
	const reserved = orders.reduce((sum, order) => sum + order.reserved, 0);
	const [product] = await admin.call<Array<{ free_qty: number; qty_available: number }>>(
		'product.product',
		'read',
		[[products[sku] ?? 0], ['free_qty', 'qty_available']],
	);
	const count = (metric: string, value: number, goal?: Metric['goal']): Metric => ({
		...{ metric: `${name}: ${metric}`, value, unit: 'orders' },
		...(goal && { goal }),
	});
	const held = paid.filter(({ order }) => order.hold?.state === 'held').length;
	const unanswered = buyers.filter(({ order }) => order.hold?.state === 'unanswered').length;
	return [
		count('paid', paid.length, { atLeast: UNITS * LEAST_SOLD }),
		count('paid beyond the units', Math.max(0, paid.length - UNITS), { below: 1 }),
		count('paid without a hold', paid.length - held, { below: 1 }),
		count('paid and not recorded, or recorded twice', Math.abs(orders.length - paid.length), {
			below: 1,
		}),
		count('paid and short of stock', orders.length - reserved, { below: 1 }),
		count('buyers without an answer', unanswered),
		count('units promised beyond the stock', Math.max(0, -(product?.free_qty ?? 0)), { below: 1 }),
	];
}
