import { connectOdoo } from '../../lib/odoo/connect';
import type { OdooClient } from '../../lib/odoo/client';
import { runSetUp } from '../../lib/set-up/run-set-up';
import { manualModelSteps } from '../../lib/odoo/schema/manual-model-steps';
import { getStock } from '../../lib/shop-backend/get-stock';
import { sendStock } from '../../lib/shop-backend/send-stock';
import { SKU_MODEL } from '../../lib/sku-map/odoo/sku-model';
import type { Payment } from '../../sandbox';
import type { OrderingStack } from '../../tools/services/ordering-stack';
import type { Template } from '../../tools/package/template-check';
import { outputsOf } from '../../tools/services/n8n-executions';
import { waitUntil } from '../../tools/services/processes';
import { carrier, deliver } from '../contract/support/deliveries';
import { context, record } from '../contract/support/recording';
import { receive } from '../contract/support/stock-moves';
import {
	publishPaced,
	pushAddresses,
	startStockStack,
	untilPushing,
	type PublishedTemplate,
} from '../support/stock-stack';
import { unreliableWay, type UnreliableWay } from '../support/unreliable-way';
import { runSample, type RunningSample } from '../unit/lib/shop-backend/running-sample';

type TemplateNode = Template['nodes'][number];

/** A filter whose first condition compares with another figure. */
function withLimit(node: TemplateNode, rightValue: string): TemplateNode {
	const changed = structuredClone(node);
	const { conditions } = changed.parameters.conditions as {
		conditions: Array<{ rightValue: string }>;
	};
	conditions[0]!.rightValue = rightValue;
	return changed;
}

const SKUS = ['TEE-RED-M', 'CAP-BLK', 'MUG-01', 'BAG-LIN'];
const CATCH_UP_S = 5;
const MESSAGE = 'SHIPPED';
const PACE = { catchUpSeconds: CATCH_UP_S, pollSeconds: 2, calmSeconds: 2 };

let stack: OrderingStack;
let way: UnreliableWay;
let client: OdooClient;
const shop = () => ({ admin: stack.admin, server: stack.odoo });

beforeAll(async () => {
	way = await unreliableWay();
	stack = await startStockStack({
		products: SKUS.map((sku) => ({ sku, name: `Thing ${sku}`, price: 50, stock: 200 })),
		n8nEnv: { WEBHOOK_URL: way.url },
	});
	way.target = stack.n8n.url;
	const { url, database, user } = stack.odoo;
	client = await connectOdoo({
		...{ url, database, login: user.login, secret: user.apiKey ?? user.password },
		...{ protocol: 'auto', timeoutMs: 60_000 },
	});
	const { admin } = stack.odoo;
	const administrator = await connectOdoo({
		...{ url, database, login: admin.login, secret: admin.password },
		...{ protocol: 'xmlrpc', timeoutMs: 60_000 },
	});
	await runSetUp(administrator, manualModelSteps(SKU_MODEL));
	const rows = SKUS.map((sku) => ({ x_name: sku, x_product_id: stack.products[sku] }));
	await stack.admin.call(SKU_MODEL.model, 'create', [rows]);
	for (const sku_code of SKUS) {
		stack.sandbox.serverApi.shop.addProduct({ skus: [{ sku_code, stock_num: 200 }] });
	}
}, 1_800_000);

afterEach(() => stack.sandbox.faults.clear());
afterAll(async () => {
	way?.stop();
	await stack?.stop();
}, 60_000);

const skuOf = (sku: string) => {
	const { products } = stack.sandbox.serverApi.shop;
	const found = products()
		.flatMap(({ skus }) => skus)
		.find(({ sku_code }) => sku_code === sku);
	if (!found) throw new Error(`The shop has no ${sku}`);
	return found;
};
const shopStock = () => Object.fromEntries(SKUS.map((sku) => [sku, skuOf(sku).stock_num]));
const odooStock = async (): Promise<Record<string, number>> => {
	const ids = SKUS.map((sku) => stack.products[sku]);
	const rows = await stack.admin.call<Array<{ default_code: string; free_qty: number }>>(
		'product.product',
		'read',
		[ids, ['default_code', 'free_qty']],
	);
	return Object.fromEntries(rows.map((row) => [row.default_code, row.free_qty]));
};
const untilEqual = async (withinMs: number) =>
	await waitUntil('shop and Odoo have the same figures', withinMs, async () => {
		const odoo = await odooStock();
		return SKUS.every((sku) => shopStock()[sku] === odoo[sku]);
	});

const toDosAbout = async (summary: string) =>
	await stack.admin.call<Array<{ summary: string; note: string }>>('mail.activity', 'search_read', [
		[['summary', 'like', summary]],
		['summary', 'note'],
	]);

describe('stock', () => {
	let workflow: PublishedTemplate;

	beforeAll(async () => {
		workflow = await publishPaced(stack, 'stock-sync.json', PACE, {
			'Worth a To-Do': (node) => withLimit(node, '2'),
		});
		await untilPushing(stack, 'Stock Changed');
	}, 180_000);

	it('of the shop follows a push of Odoo', async () => {
		await receive(shop(), [[stack.products['TEE-RED-M']!, 7]]);
		await untilEqual(60_000);
		expect(shopStock()['TEE-RED-M']).toBe(207);
		expect(way.counts.passed).toBeGreaterThan(0);
	}, 120_000);

	it('agrees within one catch-up after both channels sold, pushes were lost, doubled and overtaken, and WeChat failed', async () => {
		const path = '/channels/ec/product/stock';
		way.unreliable = true;
		const { faults, serverApi } = stack.sandbox;
		faults.add({ kind: 'error', status: 502, share: 0.2, path });
		faults.add({ kind: 'dropped', share: 0.2, path: `${path}/update` });
		faults.add({ kind: 'slow', delayMs: 2_000, share: 0.1, path });
		const partner = await stack.admin.call<number>('res.partner', 'create', [{ name: 'Walk-in' }]);
		const soldInOdoo = async (sku: string, quantity: number) => {
			const line = [0, 0, { product_id: stack.products[sku], product_uom_qty: quantity }];
			const values = { partner_id: partner, order_line: [line] };
			const id = await stack.admin.call<number>('sale.order', 'create', [values]);
			await stack.admin.call('sale.order', 'action_confirm', [[id]]);
		};
		for (let round = 0; round < 16; round++) {
			const sku = SKUS[round % SKUS.length]!;
			// Sold in the shop, which takes its stock at once, and written to Odoo a moment later.
			serverApi.shop.sell({ sku_id: skuOf(sku).sku_id, count: 1 });
			await soldInOdoo(sku, 1);
			if (round % 2 === 0) await soldInOdoo(SKUS[(round + 1) % SKUS.length]!, 3);
		}
		faults.clear();
		way.unreliable = false;
		expect(way.counts.lost).toBeGreaterThan(0);
		expect(way.counts.doubled).toBeGreaterThan(0);
		// A figure that failed to be written is written again at the catch-up after the failure.
		await untilEqual((2 * CATCH_UP_S + 50) * 1000);
		expect(Math.min(...serverApi.shop.stockChanges().map(({ to }) => to))).toBeGreaterThan(0);
	}, 180_000);

	it('is put right every hour where someone changed it in the shop, and reported', async () => {
		const { shop: store } = stack.sandbox.serverApi;
		await untilEqual(60_000);
		const odoo = await odooStock();
		store.setStock(skuOf('CAP-BLK').sku_id, 999);
		store.setStock(skuOf('BAG-LIN').sku_id, 1);
		await workflow.hourly();
		expect(shopStock()).toEqual(odoo);
		const reports = async () => {
			const ended = await stack.client.executions(workflow.id);
			const hourly = ended.find(({ mode, status }) => mode === 'webhook' && status === 'success');
			if (!hourly) return [];
			return outputsOf(await stack.client.execution(hourly.id), 'Drift Report')[0] ?? [];
		};
		await waitUntil('n8n lists the run', 60_000, async () => (await reports()).length > 0);
		const put = (sku: string, shop_had: number) => ({
			...{ sku, shop_had, odoo_can_promise: odoo[sku], now: 'set' },
		});
		const [report] = await reports();
		expect(report).toMatchObject({ skus: SKUS.length, drifted: 2 });
		expect(report!.drift).toHaveLength(2);
		expect(report!.drift).toEqual(expect.arrayContaining([put('CAP-BLK', 999), put('BAG-LIN', 1)]));
		const toDos = await toDosAbout('WeChat Shop and Odoo differed');
		expect(toDos.map(({ summary }) => summary)).toEqual([
			`WeChat Shop and Odoo differed in 2 of ${SKUS.length} SKUs`,
		]);
		expect(toDos[0]!.note).toContain(
			`CAP-BLK: the shop had 999, Odoo can promise ${odoo['CAP-BLK']}`,
		);
		// The same again on the same day: put right, and no second to-do.
		for (const sku of ['CAP-BLK', 'BAG-LIN']) store.setStock(skuOf(sku).sku_id, 5);
		await workflow.hourly();
		expect(shopStock()).toEqual(odoo);
		expect(await toDosAbout('WeChat Shop and Odoo differed')).toHaveLength(1);
	}, 180_000);

	it('follows again after someone deleted the rule in Odoo, which is made anew', async () => {
		const rules = await stack.admin.call<number[]>('base.automation', 'search', [
			[['name', 'like', 'n8n Stock Changed']],
		]);
		expect(rules).toHaveLength(1);
		await stack.admin.call('base.automation', 'unlink', [rules]);
		await receive(shop(), [[stack.products['MUG-01']!, 5]]);
		await untilEqual(60_000);
		await untilPushing(stack, 'Stock Changed');
	}, 120_000);

	it('leaves nothing in Odoo when the workflow is unpublished', async () => {
		await stack.client.unpublish(workflow.id);
		await waitUntil('the rule is gone', 20_000, async () => {
			const rules = await stack.admin.call<number[]>('base.automation', 'search', [
				[['name', 'like', 'n8n ']],
			]);
			return rules.length === 0 && (await pushAddresses(stack, '')).length === 0;
		});
		// Whoever still knows the way starts nothing.
		const before = await stack.client.executionCount(workflow.id);
		await receive(shop(), [[stack.products['MUG-01']!, 1]]);
		expect(await stack.client.executionCount(workflow.id)).toBe(before);
	}, 120_000);
});

describe('stock of the own mall, whose backend is the sample of the documentation', () => {
	const SOLD_THERE = ['TEE-RED-M', 'CAP-BLK'];
	let mall: RunningSample;
	let workflow: PublishedTemplate;

	beforeAll(async () => {
		mall = await runSample();
		const { url, secret } = mall;
		const shopBackendApi = await stack.client.createCredential('shopBackendApi', 'Mall', {
			url,
			secret,
		});
		const credentials = { ...stack.credentials, shopBackendApi };
		workflow = await publishPaced({ ...stack, credentials }, 'own-mall-stock.json', PACE);
		await untilPushing(stack, 'Stock Changed');
	}, 180_000);
	afterAll(async () => {
		mall?.stop();
		if (workflow) await stack.client.unpublish(workflow.id);
	});

	const stamp = () => ({ id: `test_${Math.random()}`, now: Date.now() });
	const backend = () => ({ url: mall.url, secret: mall.secret, timeoutMs: 5_000 });
	const shown = async () => await getStock(backend(), SKUS, stamp, context);
	const inOdoo = async () =>
		Object.fromEntries(
			Object.entries(await odooStock()).filter(([sku]) => SOLD_THERE.includes(sku)),
		);
	const inMall = async () =>
		Object.fromEntries([...(await shown())].map(([sku, { quantity }]) => [sku, quantity]));

	it('follows a change in Odoo, beside SKUs that the mall does not have', async () => {
		const { 'TEE-RED-M': tee, 'MUG-01': mug } = stack.products;
		await receive(shop(), [
			[tee!, 3],
			[mug!, 1],
		]);
		await waitUntil('the mall shows what Odoo has', 60_000, async () => {
			return (await inMall())['TEE-RED-M'] === (await odooStock())['TEE-RED-M'];
		});
	}, 120_000);

	it('is corrected every hour where it differs, with a newer version', async () => {
		await workflow.hourly();
		expect(await inMall()).toEqual(await inOdoo());
		const { version = 0 } = (await shown()).get('CAP-BLK') ?? {};
		const wrong = { sku: 'CAP-BLK', quantity: 999, version, as_of: new Date().toISOString() };
		await sendStock(backend(), [wrong], stamp, context);
		expect((await inMall())['CAP-BLK']).toBe(999);
		await workflow.hourly();
		expect(await inMall()).toEqual(await inOdoo());
		expect((await shown()).get('CAP-BLK')?.version).toBeGreaterThan(version);
	}, 120_000);
});

describe('fulfillment', () => {
	const paid: Record<string, { payment: Payment; order: number }> = {};
	let carriers: Record<'zto' | 'van', number>;
	let workflow: PublishedTemplate;

	beforeAll(async () => {
		stack.sandbox.serverApi.addTemplate(MESSAGE, ['character_string1', 'thing2']);
		workflow = await publishPaced(stack, 'fulfillment-sync.json', PACE, {
			'Tell the Buyer': (node) => ({
				...node,
				disabled: false,
				parameters: { ...node.parameters, templateId: MESSAGE },
			}),
		});
		await untilPushing(stack, 'Delivery Done');
		carriers = {
			zto: await carrier(shop(), '中通快递'),
			van: await carrier(shop(), 'Our own van'),
		};
		const names = ['one', 'three', 'parts', 'late', 'van', 'crash', 'told', 'fresh', 'overdue'];
		const payments = names.map(() => stack.sandbox.pay({ total: 10_000 }));
		const recorded = await record(
			client,
			payments.map(({ mchid, appid, out_trade_no, transaction_id, payer }) => {
				const line = { sku: 'TEE-RED-M', quantity: 2, unit_price_fen: 5_000 };
				const product_id = stack.products['TEE-RED-M']!;
				return {
					payment: {
						...{ mchid, appid, out_trade_no, transaction_id, payer },
						...{ total_fen: 10_000, amount: { currency: 'CNY' }, lines: [line] },
					},
					mapping: {
						status: 'mapped' as const,
						lines: [{ ...line, product_id, product_name: 'Thing' }],
						unmapped: [],
					},
				};
			}),
		);
		for (const [index, name] of names.entries()) {
			paid[name] = { payment: payments[index]!, order: recorded[index]!.sale_order_id };
		}
	}, 240_000);

	const uploads = (name: string) =>
		stack.sandbox.serverApi
			.uploads()
			.filter(({ transaction_id }) => transaction_id === paid[name]!.payment.transaction_id);
	const numbers = (name: string) =>
		uploads(name).map(({ shipping_list }) => shipping_list.map(({ tracking_no }) => tracking_no));
	const shippedBy = async (name: string, tracking: string, pieces?: number, by = carriers.zto) =>
		await deliver(
			shop(),
			paid[name]!.order,
			{ carrier_id: by, ...(tracking && { carrier_tracking_ref: tracking }) },
			pieces,
		);
	const untilUploaded = async (name: string, times: number) =>
		await waitUntil(
			`the order "${name}" is uploaded ${times} times`,
			60_000,
			async () => await Promise.resolve(uploads(name).length >= times),
		);

	it('uploads one parcel, three parcels, parts, a late number, and what was done while n8n was down, each once', async () => {
		const path = '/wxa/sec/order/upload_shipping_info';
		stack.sandbox.faults.add({ kind: 'dropped', path, times: 1 });
		await shippedBy('one', 'ZT1');
		await shippedBy('three', 'ZT2, ZT3,ZT4');
		await shippedBy('parts', 'ZT5', 1);
		const late = await shippedBy('late', '');
		await untilUploaded('one', 1);
		await untilUploaded('three', 1);
		await untilUploaded('parts', 1);
		expect(uploads('parts')[0]).toMatchObject({ is_all_delivered: false, delivery_mode: 2 });
		expect(uploads('late')).toEqual([]);

		await shippedBy('parts', 'ZT6');
		const number = { carrier_tracking_ref: 'ZT7' };
		await stack.admin.call('stock.picking', 'write', [[late], number]);
		await untilUploaded('parts', 2);
		await untilUploaded('late', 1);

		await stack.n8n.kill();
		await shippedBy('crash', 'ZT8');
		// After its start n8n tells the last minutes' deliveries once more.
		await stack.n8n.restart();
		await untilUploaded('crash', 1);
		await workflow.hourly();
		await waitUntil('all executions have ended', 60_000, async () => {
			return (await stack.client.running()) === 0;
		});
		expect({
			one: numbers('one'),
			three: numbers('three'),
			parts: numbers('parts').map((list) => list.length),
			late: numbers('late'),
			crash: numbers('crash'),
		}).toEqual({
			one: [['ZT1']],
			three: [['ZT2', 'ZT3', 'ZT4']],
			parts: [1, 2],
			late: [['ZT7']],
			crash: [['ZT8']],
		});
		expect(uploads('parts').at(-1)).toMatchObject({ is_all_delivered: true });
		expect(stack.sandbox.serverApi.uploads().filter(({ reshipment }) => reshipment)).toEqual([]);
	}, 300_000);

	it('asks a person about a carrier that WeChat does not have, once', async () => {
		await shippedBy('van', 'VAN1', undefined, carriers.van);
		const toDos = async () => await toDosAbout('WeChat does not know the carrier');
		await waitUntil('the to-do is there', 60_000, async () => (await toDos()).length > 0);
		await workflow.hourly();
		expect((await toDos()).map(({ note }) => note)).toEqual([
			expect.stringContaining('Our own van'),
		]);
		expect(uploads('van')).toEqual([]);
	}, 90_000);

	it('lets a delivery of a WeChat Shop order pass untouched', async () => {
		const id = '3704612345678901234';
		const line = { sku: 'TEE-RED-M', quantity: 1, unit_price_fen: 5_000 };
		const product_id = stack.products['TEE-RED-M']!;
		const [recorded] = await record(client, [
			{
				payment: {
					...{ mchid: '', appid: 'wxshop0000000001', shop_appid: 'wxshop0000000001' },
					...{ out_trade_no: id, transaction_id: id, payer: { openid: 'o-shop-buyer' } },
					...{ total_fen: 5_000, amount: { currency: 'CNY' }, lines: [line] },
				},
				mapping: {
					status: 'mapped' as const,
					lines: [{ ...line, product_id, product_name: 'Thing' }],
					unmapped: [],
				},
			},
		]);
		paid.ofShop = { payment: paid.one!.payment, order: recorded!.sale_order_id };
		const before = stack.sandbox.serverApi.uploads().length;
		await shippedBy('ofShop', 'SF1');
		await shippedBy('fresh', 'ZT11', 1);
		await untilUploaded('fresh', 1);
		await workflow.hourly();
		expect(stack.sandbox.serverApi.uploads()).toHaveLength(before + 1);
		expect(await toDosAbout(`Shipping of ${recorded!.name}`)).toEqual([]);
	}, 150_000);

	it('sends the buyer a message where one is wanted, once an upload', async () => {
		const { payer } = paid.told!.payment;
		stack.sandbox.serverApi.grant(payer.openid, MESSAGE, 5);
		await shippedBy('told', 'ZT9');
		const messages = () =>
			stack.sandbox.serverApi
				.messages()
				.filter(
					({ touser, data }) => touser === payer.openid && data.character_string1?.value === 'ZT9',
				);
		await waitUntil('the buyer is told', 60_000, async () => {
			return await Promise.resolve(messages().length > 0);
		});
		expect(messages()[0]!.data.thing2?.value).toContain('TEE-RED-M');
		await workflow.hourly();
		await waitUntil('all executions have ended', 60_000, async () => {
			return (await stack.client.running()) === 0;
		});
		expect(uploads('told')).toHaveLength(1);
		expect(messages()).toHaveLength(1);
	}, 150_000);

	it('raises the alarm, once, for what left a day ago and has no tracking number', async () => {
		const nameOf = async (picking: number) => {
			const [row] = await stack.admin.call<Array<{ name: string }>>('stock.picking', 'read', [
				[picking],
				['name'],
			]);
			return row!.name;
		};
		await shippedBy('fresh', '');
		const overdue = await shippedBy('overdue', '');
		const dayAndMore = new Date(Date.now() - 25 * 3600_000).toISOString().slice(0, 19);
		const date_done = dayAndMore.replace('T', ' ');
		await stack.admin.call('stock.picking', 'write', [[overdue], { date_done }]);
		await workflow.hourly();
		await workflow.hourly();
		const toDos = await toDosAbout('has no tracking number');
		expect(toDos.map(({ summary }) => summary)).toEqual([
			`${await nameOf(overdue)} has no tracking number`,
		]);
		expect(toDos[0]!.note).toContain('Inventory → Operations → Deliveries');
		expect(uploads('overdue')).toEqual([]);

		const number = { carrier_tracking_ref: 'ZT10' };
		await stack.admin.call('stock.picking', 'write', [[overdue], number]);
		await untilUploaded('overdue', 1);
	}, 180_000);
});
