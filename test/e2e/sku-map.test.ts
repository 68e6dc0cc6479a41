import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { connectOdoo } from '../../lib/odoo/connect';
import { runSetUp } from '../../lib/odoo/set-up/set-up';
import { tablePieces } from '../../lib/odoo/set-up/table/table';
import { ODOO_SKU_TABLE } from '../../lib/odoo/sku-table/odoo-table';
import type { Payment } from '../../sandbox';
import {
	publishTemplate,
	readTemplate,
	startOrderingStack,
	type OrderingStack,
} from '../../scripts/ordering-stack';
import { recordedOrders } from '../../scripts/recorded-orders';
import type { Template } from '../../scripts/template-check';

const PRODUCTS = [
	{ sku: 'TEE-RED-M', name: 'Red tee, M', price: 99, stock: 200 },
	{ sku: 'POSTER', name: 'Poster', price: 50, stock: 200 },
];
const TABLE = ODOO_SKU_TABLE.model;

let stack: OrderingStack;
let notifyUrl: string;
let audit: (body?: FormData) => Promise<void>;
let upload: (body?: FormData) => Promise<void>;

beforeAll(async () => {
	stack = await startOrderingStack({ products: PRODUCTS });
	const { url, database, admin } = stack.odoo;
	const administrator = await connectOdoo({
		...{ url, database, login: admin.login, secret: admin.password },
		...{ protocol: 'xmlrpc', timeoutMs: 60_000 },
	});
	const made = await runSetUp(administrator, tablePieces(ODOO_SKU_TABLE));
	expect(made.map(({ status }) => status)).toEqual(['made', 'made', 'made']);
	({ notifyUrl } = await publishTemplate(stack, await readTemplate('ordering.json')));
	audit = await published('sku-map-audit.json', 'Every 15 Minutes');
	upload = await published('sku-map-import.json', 'Upload a Table');
}, 1_800_000);

afterAll(async () => await stack?.stop(), 60_000);

/** Publishes a template, one of its triggers turned into a webhook; calling it waits for the run's end. */
async function published(file: string, trigger: string): Promise<typeof audit> {
	const template = await readTemplate(file);
	const webhook = {
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: {
			httpMethod: 'POST',
			path: file.replace('.json', ''),
			responseMode: 'lastNode',
			options: {},
		},
	};
	// Those that start by themselves would do so in the middle of the test.
	const others = /n8n-nodes-base\.(scheduleTrigger|manualTrigger)/;
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
		await response.text();
		const [last] = await stack.client.executions(id);
		if (last?.status === 'error') {
			throw new Error((await stack.client.execution(last.id)).error ?? 'The run failed');
		}
	};
}

const orderOf = async ({ transaction_id: id }: Payment) => {
	const orders = await recordedOrders(stack.admin, [id]);
	expect(orders).toHaveLength(1);
	return orders[0]!;
};

const fileNamed = async (name: string) => {
	const form = new FormData();
	const bytes = await readFile(join(__dirname, 'fixtures', name));
	form.append('File', new Blob([new Uint8Array(bytes)]), name);
	return form;
};

const rowsOf = async (...skus: string[]) =>
	await stack.admin.call<Array<Record<string, unknown>>>(
		TABLE,
		'search_read',
		[[['x_name', 'in', skus]], ['x_name', 'x_product_id', 'x_quantity', 'x_note']],
		{ order: 'x_name' },
	);

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
	const todos = await stack.admin.call<Array<{ note: string }>>('mail.activity', 'search_read', [
		[['summary', '=', 'SKU table: 1 rows were refused']],
		['note'],
	]);
	expect(todos.map(({ note }) => note).join()).toContain('Row 4 (GBK-0003)');
});
