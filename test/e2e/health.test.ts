import { randomUUID } from 'node:crypto';

import {
	publishTemplate,
	readTemplate,
	startOrderingStack,
	type OrderingStack,
} from '../../tools/services/ordering-stack';
import type { WorkflowJson } from '../../tools/services/n8n-client';
import { waitUntil } from '../../tools/services/processes';
import { publishHealth, type PublishedHealth } from '../support/published-health';
import { publishReceiver } from '../support/receiving-stack';

const PRODUCTS = [{ sku: 'TEE-RED-M', name: 'Red tee, M', price: 99, stock: 5 }];

let stack: OrderingStack;
let health: PublishedHealth;

beforeAll(async () => {
	stack = await startOrderingStack({ products: PRODUCTS });
	health = await publishHealth(stack);
}, 1_800_000);

afterAll(async () => await stack?.stop(), 60_000);

const toDos = async () =>
	await stack.admin.call<Array<{ summary: string; note: string }>>('mail.activity', 'search_read', [
		[['summary', 'like', 'WeChat orders:']],
		['summary', 'note'],
	]);

it('finds nothing wrong with a healthy chain, and tells how long the certificates last', async () => {
	expect(await health.look()).toMatchObject({
		alarms: [],
		failed: 0,
		backlog: { in_review: 0, unfinished: 0, oldest: null, short: 0, oversold: 0 },
		key_days: null,
		certificate_days: expect.any(Number),
		token: 'valid',
	});
	expect(await toDos()).toEqual([]);
}, 120_000);

it('alarms of orders in review, short and failed orders and of a refused token, with one to-do', async () => {
	const template = await readTemplate('ordering.json');
	const { notifyUrl } = await publishTemplate(stack, template);
	const pay = (attach: string, total: number) => stack.sandbox.pay({ attach, total });
	const unmapped = pay('POSTER-A1@2500', 2500);
	const tooMany = pay('TEE-RED-M*6@9900', 59_400);
	for (const payment of [unmapped, tooMany]) {
		await stack.sandbox.notify(payment, { url: notifyUrl, maxResends: 0 });
	}
	await failOnce();
	const path = '/wxa/sec/order/is_trade_managed';
	stack.sandbox.faults.add({ kind: 'refusal', errcode: 40164, path });
	const found = await health.look();
	const alarms = found.alarms as Array<{ check: string; words: string }>;
	expect(alarms.map(({ check }) => check).sort()).toEqual([
		'failed',
		'in_review',
		'short',
		'token',
	]);
	expect(found.backlog).toMatchObject({
		in_review: 1,
		short: 1,
		oldest: { out_trade_no: unmapped.out_trade_no },
	});
	await health.look();
	const [toDo, ...more] = await toDos();
	expect(more).toEqual([]);
	expect(toDo?.summary).toContain('in_review');
	expect(toDo?.note).toContain('1 paid orders are in review');
}, 240_000);

it('notices that XML notifications go unanswered, while those of APIv3 are answered', async () => {
	const { client } = stack;
	const { notifyUrl } = await publishReceiver(stack, { acknowledge: 'onReceived' });
	// After a body that it rejects, n8n's own XML parser never answers the last one, nor any XML after it.
	const xml = '<xml><probe>1</probe></xml>';
	for (const body of [xml, '{"resource":{}}', xml, '<a>'.repeat(1000)]) {
		const headers = { 'content-type': 'text/xml' };
		const signal = AbortSignal.timeout(3000);
		await fetch(notifyUrl, { method: 'POST', headers, body, signal }).catch(() => undefined);
	}
	try {
		const { alarms } = await health.look();
		expect(alarms).toEqual(
			expect.arrayContaining([expect.objectContaining({ check: 'notify_url_v2' })]),
		);
		expect(alarms).not.toEqual(
			expect.arrayContaining([expect.objectContaining({ check: 'notify_url' })]),
		);
	} finally {
		await stack.n8n.restart();
	}
	expect(await client.running()).toBe(0);
}, 240_000);

/** An execution that fails, as n8n counts it. */
async function failOnce(): Promise<void> {
	const common = { position: [0, 0] };
	const path = randomUUID();
	const workflow = {
		name: 'Fails',
		nodes: [
			{
				...common,
				id: randomUUID(),
				name: 'Webhook',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				parameters: { httpMethod: 'POST', path, options: {} },
			},
			{
				...common,
				id: randomUUID(),
				name: 'Fail',
				type: 'n8n-nodes-base.stopAndError',
				typeVersion: 1,
				parameters: { errorMessage: 'on purpose' },
			},
		],
		connections: { Webhook: { main: [[{ node: 'Fail', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
	const { id, webhookUrls } = await stack.client.importWorkflow(workflow as WorkflowJson);
	await stack.client.publish(id);
	await fetch(Object.values(webhookUrls)[0] ?? '', { method: 'POST' });
	await waitUntil('the failure is listed', 60_000, async () => {
		return (await stack.client.executionCount(id, ['error'])) > 0;
	});
}
