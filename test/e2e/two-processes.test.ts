import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import {
	acknowledging,
	patient,
	publishTemplate,
	readTemplate,
	startOrderingStack,
	type OrderingStack,
} from '../../tools/services/ordering-stack';
import type { N8nServer } from '../../tools/services/n8n';
import { n8nClient, type N8nClient } from '../../tools/services/n8n-client';
import { odooFields } from '../../tools/services/odoo-fields';
import { startPackedN8n } from '../../tools/services/packed-n8n';
import { progressFor } from '../../tools/services/progress';

const UNITS = 100;
const ORDERS = 300;

interface Row {
	id: number;
	[field: string]: unknown;
}

let stack: OrderingStack;
let second: N8nServer;
let clients: N8nClient[];
let addresses: string[];

beforeAll(async () => {
	stack = await startOrderingStack({
		products: [{ sku: 'HOT-01', name: 'Hot tee', price: 99, stock: UNITS }],
	});
	const progress = progressFor('second n8n');
	second = await startPackedN8n(progress);
	const other = await n8nClient(second);
	const credentials = {
		wechatPayApi: await other.createCredential('wechatPayApi', 'WeChat Pay', {
			...stack.sandbox.credential,
		}),
		odooForWechatApi: await other.createCredential(
			'odooForWechatApi',
			'Odoo',
			odooFields(stack.odoo),
		),
	};
	const template = patient(acknowledging(await readTemplate('ordering.json'), 'immediately'), 120);
	clients = [stack.client, other];
	const published = [
		await publishTemplate(stack, template),
		await publishTemplate({ client: other, credentials }, template),
	];
	addresses = published.map(({ notifyUrl }) => notifyUrl);
}, 1_800_000);

afterAll(async () => {
	await second?.stop();
	await stack?.stop();
}, 60_000);

const search = async (model: string, domain: unknown[], fields: string[]) =>
	await stack.admin.call<Row[]>(model, 'search_read', [domain, fields]);

const sum = (rows: Row[], field: string) =>
	rows.reduce((total, row) => total + Number(row[field]), 0);

it('gives 100 pieces to 100 of 300 orders that two n8n processes record at once', async () => {
	const payments = Array.from({ length: ORDERS }, () =>
		stack.sandbox.pay({ total: 9900, attach: 'HOT-01@9900' }),
	);
	const ids = payments.map(({ transaction_id: id }) => id);
	const orders = async () =>
		await search('sale.order', [['client_order_ref', 'in', ids]], ['client_order_ref', 'state']);
	const running = async () =>
		// Right after a crowd n8n may say that its database is not ready.
		(
			await Promise.all(clients.map(async (client) => await client.running().catch(() => 1)))
		).reduce((all, some) => all + some);

	// Every tenth payment is told to both processes at the same moment.
	const tell = async (some: typeof payments) =>
		await Promise.all(
			some.flatMap((payment, index) =>
				addresses
					.filter((_, process) => process === sideOf(payment.transaction_id) || index % 10 === 0)
					.map(async (url) => await stack.sandbox.notify(payment, { url, maxResends: 0 })),
			),
		);
	await tell(payments);
	// What was not recorded in the first go is told again, as WeChat and the sweep would do.
	const end = Date.now() + 480_000;
	for (let quiet = 0; ; ) {
		await sleep(1_000);
		// n8n lists an execution only some time after it has answered.
		quiet = (await running()) > 0 ? 0 : quiet + 1;
		if (quiet < 4) continue;
		const sold = (await orders()).filter(({ state }) => state === 'sale');
		const recorded = new Set(sold.map(({ client_order_ref: id }) => String(id)));
		const missing = payments.filter(({ transaction_id: id }) => !recorded.has(id));
		if (missing.length === 0) break;
		if (Date.now() > end) throw new Error(`${missing.length} payments were not recorded`);
		await tell(missing);
		quiet = 0;
	}

	const written = await orders();
	expect(written.map(({ client_order_ref: id }) => id).sort()).toEqual([...ids].sort());
	expect(new Set(written.map(({ state }) => state))).toEqual(new Set(['sale']));
	const ofOrders = [['order_id', 'in', written.map(({ id }) => id)]];
	expect(await search('sale.order.line', ofOrders, ['product_uom_qty'])).toHaveLength(ORDERS);
	const moves = await search(
		'stock.move',
		[['sale_line_id.order_id', 'in', written.map(({ id }) => id)]],
		['quantity', 'product_uom_qty'],
	);
	expect(sum(moves, 'product_uom_qty')).toBe(ORDERS);
	expect(moves.filter(({ quantity }) => quantity === 1)).toHaveLength(UNITS);
	expect(moves.filter(({ quantity }) => quantity === 0)).toHaveLength(ORDERS - UNITS);
	const quants = await search(
		'stock.quant',
		[
			['product_id', '=', stack.products['HOT-01']],
			['location_id.usage', '=', 'internal'],
		],
		['quantity', 'reserved_quantity'],
	);
	expect(sum(quants, 'quantity')).toBe(UNITS);
	expect(sum(quants, 'reserved_quantity')).toBe(UNITS);
	expect(quants.filter((quant) => Number(quant.quantity) < 0)).toEqual([]);
}, 600_000);

/** The process that is told of a payment: half of them each, by chance. */
const sideOf = (id: string) => (createHash('sha256').update(id).digest()[0] ?? 0) % 2;
