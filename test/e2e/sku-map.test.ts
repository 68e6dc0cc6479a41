import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { connectOdoo } from '../../lib/odoo/connect';
import { runSetUp } from '../../lib/set-up/run-set-up';
import { manualModelSteps } from '../../lib/odoo/schema/manual-model-steps';
import { SKU_MODEL } from '../../lib/sku-map/odoo/sku-model';
import type { Payment } from '../../sandbox';
import {
	publishTemplate,
	readTemplate,
	startOrderingStack,
	type OrderingStack,
} from '../../tools/services/ordering-stack';
import { recordedOrders } from '../../tools/services/recorded-orders';
import { outputsOf, type Execution } from '../../tools/services/n8n-executions';
import { waitUntil } from '../../tools/services/processes';
import type { Template } from '../../tools/package/template-check';

const PRODUCTS = [
	{ sku: 'TEE-RED-M', name: 'Red tee, M', price: 99, stock: 200 },
	{ sku: 'POSTER', name: 'Poster', price: 50, stock: 200 },
	{ sku: 'SCARF', name: 'Last year’s scarf', price: 30, stock: 0, archived: true },
];
const TABLE = SKU_MODEL.model;

let stack: OrderingStack;
let notifyUrl: string;
type Run = (body?: FormData) => Promise<ArrayBuffer>;
let audit: Run;
let nightly: Run;
let upload: Run;
let download: Run;

beforeAll(async () => {
	stack = await startOrderingStack({ products: PRODUCTS });
	const { url, database, admin } = stack.odoo;
	const administrator = await connectOdoo({
		...{ url, database, login: admin.login, secret: admin.password },
		...{ protocol: 'xmlrpc', timeoutMs: 60_000 },
	});
	const made = await runSetUp(administrator, manualModelSteps(SKU_MODEL));
	expect(made.map(({ status }) => status)).toEqual(['made', 'made', 'made']);
	({ notifyUrl } = await publishTemplate(stack, await readTemplate('ordering.json')));
	audit = await published('sku-map-audit.json', 'Every 15 Minutes');
	nightly = await published('sku-map-audit.json', 'Every Night');
	upload = await published('sku-map-import.json', 'Upload a Table');
	download = await published('sku-map-import.json', 'Export Now', {
		responseData: 'firstEntryBinary',
		responseBinaryPropertyName: 'data',
	});
}, 1_800_000);

afterAll(async () => await stack?.stop(), 60_000);

/** Publishes a template, one of its triggers turned into a webhook; calling it waits for the run's end. */
async function published(file: string, trigger: string, answer: object = {}): Promise<Run> {
	const template = await readTemplate(file);
	const webhook = {
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: {
			httpMethod: 'POST',
			path: trigger.toLowerCase().replaceAll(' ', '-'),
			responseMode: 'lastNode',
			options: {},
			...answer,
		},
	};
	// Those that start by themselves would do so in the middle of the test; a form has one address.
	const others = /n8n-nodes-base\.(scheduleTrigger|manualTrigger|formTrigger)/;
	const nodes = template.nodes
		.map((node) => (node.name === trigger ? { ...node, ...webhook } : node))
		.filter(({ type }) => !others.test(type));
	const connections = Object.fromEntries(
		Object.entries(template.connections).filter(([name]) =>
			nodes.some((node) => node.name === name),
		),
	);
	const changed = { ...template, nodes, connections } as Template;
	const { id, notifyUrl: address } = await publishTemplate(stack, changed);
	return async (body) => {
		const response = await fetch(address, { method: 'POST', ...(body && { body }) });
		const answered = await response.arrayBuffer();
		const [last] = await stack.client.executions(id);
		if (last?.status === 'error') {
			throw new Error((await stack.client.execution(last.id)).error ?? 'The run failed');
		}
		return answered;
	};
}

const orderOf = async ({ transaction_id: id }: Payment) => {
	const orders = await recordedOrders(stack.admin, [id]);
	expect(orders).toHaveLength(1);
	return orders[0]!;
};

const formWith = (name: string, bytes: ArrayBuffer | Uint8Array<ArrayBuffer>) => {
	const form = new FormData();
	form.append('File', new Blob([bytes]), name);
	return form;
};

const fileNamed = async (name: string) =>
	formWith(name, new Uint8Array(await readFile(join(__dirname, 'fixtures', name))));

const rowsOf = async (...skus: string[]) =>
	await stack.admin.call<Array<Record<string, unknown>>>(
		TABLE,
		'search_read',
		[
			skus.length > 0 ? [['x_name', 'in', skus]] : [],
			['x_name', 'x_product_id', 'x_quantity', 'x_valid_from', 'x_note'],
		],
		{ order: 'x_name' },
	);

const refusals = async (summary: string) => {
	const domain = [['summary', '=', summary]];
	const todos = await stack.admin.call<Array<{ note: string }>>('mail.activity', 'search_read', [
		domain,
		['note'],
	]);
	return todos.map(({ note }) => note).join();
};

it('an order that waits for its SKU is completed once it is mapped, its lines once', async () => {
	const attach = 'POSTER-A1*2@5000,TEE-RED-M@9900';
	const payment = stack.sandbox.pay({ total: 19900, attach });
	const { acknowledged } = await stack.sandbox.notify(payment, { url: notifyUrl, maxResends: 0 });
	expect(acknowledged).toBe(true);
	expect(await orderOf(payment)).toMatchObject({ state: 'draft', lines: [], activities: 1 });

	await audit();
	expect(await orderOf(payment)).toMatchObject({ state: 'draft', lines: [], activities: 1 });
	const todo = [['summary', '=', 'WeChat SKU POSTER-A1: an order waits']];
	await audit();
	expect(await stack.admin.call('mail.activity', 'search_count', [todo])).toBe(1);

	const product = stack.products.POSTER;
	await stack.admin.call(TABLE, 'create', [{ x_name: 'POSTER-A1', x_product_id: product }]);
	await audit();
	const completed = {
		state: 'sale',
		amount_total: 199,
		lines: [
			['POSTER', 2, 50],
			['TEE-RED-M', 1, 99],
		],
		notes: [],
		ordered: 3,
		reserved: 3,
		activities: 0,
	};
	expect(await orderOf(payment)).toMatchObject(completed);
	await audit();
	await stack.sandbox.notify(payment, { url: notifyUrl, maxResends: 0 });
	expect(await orderOf(payment)).toMatchObject(completed);
});

it('a CSV in GBK, as Excel in Chinese saves it, goes into the table, its bad rows into a to-do', async () => {
	await upload(await fileNamed('sku-table-gbk.csv'));
	const rows = await rowsOf('GBK-0001', 'GBK-0002', 'GBK-0003');
	expect(rows.map(({ x_name: sku, x_quantity: quantity }) => [sku, quantity])).toEqual([
		['GBK-0001', 1],
		['GBK-0002', 3],
	]);
	expect(rows[0]?.x_note).toBe('红色，中号');
	expect(await refusals('SKU table: 1 rows were refused')).toContain('Row 4 (GBK-0003)');
});

it('an XLSX that LibreOffice saved goes into the table: long codes, leading zeros and dates as they are', async () => {
	await upload(await fileNamed('sku-table.xlsx'));
	const rows = await rowsOf('00690123', '1234567890123456789', '690123', 'XLSX-0003');
	expect(rows).toMatchObject([
		{ x_name: '00690123', x_quantity: 1, x_note: '红色，中号' },
		{ x_name: '1234567890123456789', x_quantity: 3, x_valid_from: '2026-11-10 16:00:00' },
	]);
	expect(rows).toHaveLength(2);
	const note = await refusals('SKU table: 3 rows were refused');
	expect(note).toMatch(/Row 4 \(690123\).*has lost its leading zeros/);
	expect(note).toMatch(/Row 5 \(1234567890123460000\).*more digits than a spreadsheet keeps/);
	expect(note).toMatch(/Row 6 \(XLSX-0003\)/);
});

it('an XLSX that the template wrote goes back in and changes nothing, but brings back what was lost', async () => {
	const file = await download();
	const before = await rowsOf();
	expect(before.length).toBeGreaterThan(4);
	const lost = before.find(({ x_name: sku }) => sku === '1234567890123456789');
	await stack.admin.call(TABLE, 'unlink', [[lost?.id]]);
	await upload(formWith('sku-table.XLSX', file));
	const after = await rowsOf();
	const again = after.find(({ x_name: sku }) => sku === '1234567890123456789');
	expect(again).toEqual({ ...lost, id: again?.id });
	expect(after.filter((row) => row !== again)).toEqual(before.filter((row) => row !== lost));
});

it('those who keep the table read every night what is wrong with it, in one to-do a day', async () => {
	const row = { x_name: 'OLD-SCARF', x_product_id: stack.products.SCARF };
	await stack.admin.call(TABLE, 'create', [row]);
	await nightly();
	await nightly();
	const todos = await stack.admin.call<Array<{ note: string }>>('mail.activity', 'search_read', [
		[['summary', 'like', 'to look at']],
		['note'],
	]);
	expect(todos).toHaveLength(1);
	expect(todos[0]!.note).toMatch(/OLD-SCARF.*archived/);
});

describe('rows from another node, at the second input', () => {
	const map = { resource: 'orderLine', operation: 'mapToProducts', table: 'items' };
	const node = (name: string, type: string, parameters: object, typeVersion = 1) => ({
		...{ id: name, name, type, typeVersion, parameters, position: [0, 0] },
	});
	const split = (name: string) =>
		node(name, 'n8n-nodes-base.splitOut', { fieldToSplitOut: `body.${name}`, options: {} });
	const to = (name: string, index = 0) => ({ node: name, type: 'main', index });
	let mapped: (orders: object[], rows: object[]) => Promise<Execution>;

	beforeAll(async () => {
		const webhook = { httpMethod: 'POST', path: 'second-input', responseMode: 'onReceived' };
		const { id, notifyUrl: url } = await publishTemplate(stack, {
			name: 'SKU table from another node',
			nodes: [
				node('Webhook', 'n8n-nodes-base.webhook', { ...webhook, options: {} }, 2),
				...[split('orders'), split('rows')],
				node('SKU Map', 'n8n-nodes-wechat-odoo.skuMap', map),
			],
			connections: {
				Webhook: { main: [[to('orders'), to('rows')]] },
				orders: { main: [[to('SKU Map')]] },
				rows: { main: [[to('SKU Map', 1)]] },
			},
			settings: { executionOrder: 'v1' },
		} as unknown as Template);
		let runs = 0;
		mapped = async (orders, rows) => {
			const headers = { 'content-type': 'application/json' };
			const body = JSON.stringify({ orders, rows });
			expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200);
			runs += 1;
			const ended = async () =>
				(await stack.client.executions(id)).filter(({ stoppedAt }) => stoppedAt !== null);
			await waitUntil('the run has ended', 60_000, async () => (await ended()).length === runs);
			return await stack.client.execution((await ended())[0]!.id);
		};
	}, 60_000);

	const order = (sku: string) => ({ lines: [{ sku, quantity: 2, unit_price_fen: 9900 }] });
	const rows = [
		{ 微信SKU: 'WX-TEE', Odoo产品: 'TEE-RED-M' },
		{ 微信SKU: 'WX-PACK', Odoo产品: 'POSTER', 数量: 3 },
	];

	it('map the orders at the first', async () => {
		const run = await mapped(['WX-PACK', 'WX-TEE', 'WX-NONE'].map(order), rows);
		expect(run.error).toBeUndefined();
		const [good = [], bad = []] = outputsOf(run, 'SKU Map');
		expect(good).toMatchObject([
			{ mapping: { lines: [{ product_id: stack.products.POSTER, quantity: 6 }] } },
			{ mapping: { lines: [{ product_id: stack.products['TEE-RED-M'], quantity: 2 }] } },
		]);
		expect(bad).toMatchObject([{ mapping: { unmapped: [{ reason: 'unknown' }] } }]);
	}, 120_000);

	it('are missed by name where the other node gave none', async () => {
		const { error } = await mapped([order('WX-TEE')], []);
		expect(error).toContain('The second input received no rows of the SKU table');
	}, 120_000);
});
