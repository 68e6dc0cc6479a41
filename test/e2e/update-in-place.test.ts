import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beijingDate, toBeijingTime } from '../../lib/core/beijing-time';
import { SKU_MODEL } from '../../lib/sku-map/odoo/sku-model';
import type { Template } from '../../tools/package/template-check';
import { odooFields } from '../../tools/services/odoo-fields';
import {
	publishTemplate,
	startOrderingStack,
	type OrderingStack,
} from '../../tools/services/ordering-stack';
import { packTarball } from '../../tools/services/pack';
import { progressFor } from '../../tools/services/progress';
import { recordedOrders } from '../../tools/services/recorded-orders';
import { giveRight, publishCalled } from '../support/called-template';
import { publishStep } from '../support/run-in-n8n';

const FIXTURES = join(__dirname, '../fixtures');
/** As it was packed before the first release: what a shop may still run. */
const FROZEN = join(FIXTURES, 'n8n-nodes-wechat-odoo-0.1.0.tgz');
const DAY_MS = 24 * 3_600_000;
const HELD = { out_trade_no: 'HELD-1', total: 19_800, attach: 'SHIRT*1@19800' };

let stack: OrderingStack;

beforeAll(async () => {
	stack = await startOrderingStack({
		products: [{ sku: 'TEE-RED-M', name: 'Red tee, M', price: 99, stock: 20 }],
		tarball: FROZEN,
	});
}, 1_800_000);
afterAll(async () => await stack?.stop(), 60_000);

const frozenTemplate = async (name: string): Promise<Template> =>
	JSON.parse(await readFile(join(FIXTURES, 'workflows-0.1.0', `${name}.json`), 'utf8')) as Template;

/** The template, which takes yesterday's bill for ready at any time of the day. */
const comparingYesterday = (template: Template): Template => ({
	...template,
	nodes: template.nodes.map((node) =>
		'runDate' in node.parameters
			? { ...node, parameters: { ...node.parameters, runDate: beijingDate(Date.now()) } }
			: node,
	),
});

/** Lets the installed version set Odoo up, by the node of an administrator. */
async function setUpByNode(): Promise<void> {
	const { client, odoo } = stack;
	const { login, password } = odoo.admin;
	const fields = { ...odooFields(odoo), username: login, apiKey: password, protocol: 'xmlrpc' };
	const odooForWechatApi = await client.createCredential('odooForWechatApi', 'Admin', fields);
	const parameters = { resource: 'setUp', operation: 'run' };
	const setUp = await publishStep(client, { type: 'odooSale', parameters }, { odooForWechatApi });
	const steps = await setUp({});
	expect(
		steps.filter(({ status }) => !['made', 'exists', 'by_trigger'].includes(String(status))),
	).toEqual([]);
	await giveRight(stack, 'account.group_account_invoice');
}

/** Webhook → its body as the item → SKU Map → Hold Stock, by the installed version. */
async function hold(): Promise<Array<Record<string, unknown>>> {
	const node = (name: string, type: string, parameters: object, typeVersion = 1) => ({
		...{ id: randomUUID(), name, type, typeVersion, position: [0, 0], parameters },
	});
	const own = 'n8n-nodes-wechat-odoo';
	const answer = { responseMode: 'lastNode', responseData: 'allEntries' };
	const path = randomUUID();
	const nodes = [
		node('Webhook', 'n8n-nodes-base.webhook', { httpMethod: 'POST', path, ...answer }, 2),
		node('Item', 'n8n-nodes-base.set', { mode: 'raw', jsonOutput: '={{ $json.body }}' }, 3.4),
		node('SKU Map', `${own}.skuMap`, {
			...{ resource: 'orderLine', operation: 'mapToProducts', table: 'odoo' },
		}),
		node('Hold', `${own}.odooSale`, {
			...{ resource: 'order', operation: 'holdStock', holdMinutes: 600, taxes: 'none' },
		}),
	];
	const next = (to: string) => ({ main: [[{ node: to, type: 'main', index: 0 }]] });
	const connections = { Webhook: next('Item'), Item: next('SKU Map'), 'SKU Map': next('Hold') };
	const settings = { executionOrder: 'v1' };
	const template = { name: 'Hold', nodes, connections, settings } as unknown as Template;
	const { notifyUrl } = await publishTemplate(stack, template);
	const { mchid, appid } = stack.sandbox.merchant;
	const { out_trade_no, total } = HELD;
	const lines = [{ sku: 'SHIRT', quantity: 1, unit_price_fen: total }];
	const response = await fetch(notifyUrl, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ mchid, appid, out_trade_no, total_fen: total, lines }),
	});
	return [(await response.json()) as Record<string, unknown>].flat();
}

const read = async (model: string, fields: string[]) =>
	await stack.admin.call<Array<Record<string, unknown>>>(model, 'search_read', [[], fields], {
		order: 'id',
	});

/** What of the shop's state has a meaning: orders, open differences, the table, what makes payments unique. */
const state = async () => ({
	orders: await read('sale.order', ['name', 'state', 'client_order_ref', 'amount_total']),
	moves: await read('stock.move', ['state', 'product_uom_qty', 'quantity']),
	differences: await read('x_wechat_open_difference', ['x_kind', 'x_state', 'x_transaction_id']),
	skus: await read(SKU_MODEL.model, ['x_name', 'x_product_id', 'x_quantity']),
	activities: await read('mail.activity', ['summary', 'res_id']),
	ids: await stack.admin.call('ir.model.data', 'search_read', [
		[['module', 'like', 'wechat']],
		['module', 'name', 'model', 'res_id'],
	]),
});

it('keeps open orders, a hold, an open difference and the SKU table of 0.1.0 through an update in place', async () => {
	const { sandbox, admin, products, n8n } = stack;
	await setUpByNode();
	await admin.call(SKU_MODEL.model, 'create', [
		{ x_name: 'SHIRT', x_product_id: products['TEE-RED-M'], x_quantity: 2 },
	]);
	const { notifyUrl: url } = await publishTemplate(stack, await frozenTemplate('ordering'));
	const reconciliation = comparingYesterday(await frozenTemplate('reconciliation'));
	const reconcile = await publishCalled(stack, reconciliation, 'Every Morning');
	const notify = async (payment: Parameters<typeof sandbox.notify>[0]) =>
		(await sandbox.notify(payment, { url })).acknowledged;

	const mapped = sandbox.pay({ attach: 'SHIRT*1@19800', total: 19_800 });
	const unmapped = sandbox.pay({ attach: 'NEW-SKU*1@5000', total: 5000 });
	expect([await notify(mapped), await notify(unmapped)]).toEqual([true, true]);
	expect(await hold()).toMatchObject([{ odoo: { status: 'held' } }]);
	const success_time = toBeijingTime(Date.now() - DAY_MS);
	const yesterday = sandbox.pay({ ...HELD, out_trade_no: 'LOST-1', success_time });
	const refund = sandbox.refund(yesterday, { refund: 1000, status: 'PROCESSING' });
	Object.assign(refund, { create_time: success_time });
	await reconcile();
	const before = await state();
	expect(before.orders.map(({ state: each }) => each)).toEqual(['sale', 'draft', 'sale', 'sale']);
	const open = before.differences.filter(({ x_state }) => x_state === 'open');
	expect(open).toMatchObject([{ x_kind: 'refund_open' }]);

	await n8n.updatePackage?.(await packTarball(progressFor('n8n')));
	expect([await notify(mapped), await notify(unmapped)]).toEqual([true, true]);
	await reconcile();
	expect(await state()).toEqual(before);

	const paid = sandbox.pay(HELD);
	expect(await notify(paid)).toBe(true);
	const [converted] = await recordedOrders(admin, [paid.transaction_id]);
	expect(converted).toMatchObject({ id: before.orders[2]?.id, state: 'sale', reserved: 2 });
	sandbox.settleRefund(refund, 'SUCCESS');
	await reconcile();
	const { differences } = await state();
	expect(new Set(differences.map(({ x_state }) => x_state))).toEqual(new Set(['closed']));
}, 900_000);
