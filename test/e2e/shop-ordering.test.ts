import { addDays, beijingDate } from '../../lib/core/beijing-time';
import type { ShopOrder } from '../../sandbox';
import {
	acknowledging,
	readTemplate,
	type OrderingStack,
} from '../../tools/services/ordering-stack';
import { waitUntil } from '../../tools/services/processes';
import { recordedOrders } from '../../tools/services/recorded-orders';
import { prepareMoney, publishCalled } from '../support/called-template';
import { answerMail } from '../support/approvals';
import { openMailbox, type Mailbox } from '../support/mailbox';
import { carrier, deliver } from '../contract/support/deliveries';
import {
	publishClocked,
	sell,
	shopOf,
	startShopStack,
	type ClockedTemplate,
} from '../support/shop-stack';
import { publishPaced } from '../support/stock-stack';

let stack: OrderingStack;
let mailbox: Mailbox;
let ids: Record<string, string>;
let postage: number;
/** Of the last mode. */
let sold: ShopOrder[] = [];

beforeAll(async () => {
	mailbox = await openMailbox();
	({ stack, ids } = await startShopStack());
	await prepareMoney(stack, ['CNY']);
	postage = await stack.admin.call<number>('product.product', 'create', [
		{ name: 'Postage', type: 'service', taxes_id: [[6, 0, []]] },
	]);
	stack.credentials.smtp = await stack.client.createCredential('smtp', 'Mailbox', {
		...{ user: '', password: '', host: '127.0.0.1', port: mailbox.port },
		...{ secure: false, disableStartTls: true },
	});
}, 1_800_000);

afterAll(async () => {
	mailbox?.stop();
	await stack?.stop();
}, 60_000);

const shop = () => shopOf(stack);
const read = async (model: string, domain: unknown[], fields: string[]) =>
	await stack.admin.call<Array<Record<string, unknown>>>(model, 'search_read', [domain, fields]);
const numbers = () => sold.map(({ order_id }) => order_id);

describe.each(['workflow', 'immediately'] as const)('acknowledged %s', (mode) => {
	let published: ClockedTemplate;

	beforeAll(async () => {
		const template = acknowledging(await readTemplate('shop-ordering.json'), mode);
		const options = { options: { timeBudget: 60, shippingProduct: postage } };
		published = await publishClocked(stack, template, 'Every 10 Minutes', {
			...{ 'Record Paid Order': options, 'Record Draft for Review': options },
		});
	}, 60_000);

	it('accepts the check that WeChat makes of the address', async () => {
		expect(await shop().checkAddress(published.url)).toBe(true);
	});

	it('makes one order of each of 60, their events pushed three times and a third of them lost', async () => {
		const before = shop().pushed().length;
		shop().pushTo({ url: published.url, copies: 3, lost: 1 / 3, shuffleMs: 10_000 });
		sold = Array.from({ length: 60 }, (_, at) => sell(stack, ids, at));
		shop().pushTo(undefined);
		await stack.sandbox.waitUntilSettled();
		await published.run();
		await waitUntil('all orders are in Odoo', 180_000, async () => {
			const found = await recordedOrders(stack.admin, numbers());
			return found.length >= sold.length && (await stack.client.running()) === 0;
		});

		const recorded = await recordedOrders(stack.admin, numbers());
		expect(recorded.map(({ client_order_ref: ref }) => ref).sort()).toEqual(numbers().sort());
		const pushed = shop().pushed().slice(before);
		const lost = new Set(pushed.flatMap(({ copy, event }) => (copy === null ? [event] : [])));
		const told = new Set(pushed.flatMap((one) => (one.acknowledged ? [one.event] : [])));
		expect(lost.size).toBeGreaterThan(0);
		expect(pushed.filter(({ event }) => !lost.has(event) && !told.has(event))).toEqual([]);
		for (const order of recorded) {
			const { order_detail } = sold.find(({ order_id: id }) => id === order.client_order_ref)!;
			const { price_info: prices, product_infos: lines } = order_detail;
			const units = lines.reduce((sum, line) => sum + line.sku_cnt, 0);
			expect(Math.round(order.amount_total * 100)).toBe(prices.order_price);
			expect(order).toMatchObject({ state: 'sale', currency: 'CNY', reserved: units });
		}
		const campaigns = await read(
			'sale.order',
			[['client_order_ref', 'in', numbers()]],
			['campaign_id'],
		);
		const names = campaigns.map(({ campaign_id: one }) => (one as [number, string])[1]);
		expect(new Set(names)).toEqual(new Set(['Lily']));
	}, 400_000);
});

it('ships five orders in parts, and tells the shop of each parcel once', async () => {
	const pace = { catchUpSeconds: 5, pollSeconds: 2, calmSeconds: 2 };
	const workflow = await publishPaced(stack, 'shop-fulfillment.json', pace);
	const place = { admin: stack.admin, server: stack.odoo };
	const carrier_id = await carrier(place, '中通快递');
	// Two units of the first product, at a price that makes them one line in Odoo.
	const split = sold.filter((_, at) => at % 3 === 1 && at % 30 !== 1 && (at % 7) % 2 === 0);
	split.length = 5;
	const orders = await recordedOrders(
		stack.admin,
		split.map(({ order_id }) => order_id),
	);
	const shipped = () =>
		split.map(({ order_detail: { delivery_info } }) =>
			delivery_info.delivery_product_info.map(({ waybill_id: waybill }) => waybill),
		);
	const untilShipped = async (parcels: number) =>
		await waitUntil(`each order has ${parcels} parcels`, 120_000, async () => {
			return await Promise.resolve(shipped().every(({ length }) => length >= parcels));
		});
	for (const { id } of orders) {
		await deliver(place, id, { carrier_id, carrier_tracking_ref: `A${id}` }, 1);
	}
	await untilShipped(1);
	for (const { id } of orders) {
		await deliver(place, id, { carrier_id, carrier_tracking_ref: `B${id}` });
	}
	await untilShipped(2);
	await workflow.hourly();
	const expected = split.map(({ order_id }) => {
		const { id } = orders.find(({ client_order_ref: ref }) => ref === order_id)!;
		return [`A${id}`, `B${id}`];
	});
	expect(shipped()).toEqual(expected);
	expect(split.map(({ status }) => status)).toEqual([30, 30, 30, 30, 30]);
}, 300_000);

it('decides on four after-sales as a person says: two accepted, one rejected, one withdrawn', async () => {
	const template = await readTemplate('shop-after-sales.json');
	const sweep = await publishClocked(stack, template, 'Every 10 Minutes', {
		...{ Accept: { confirm: true }, Reject: { confirm: true } },
	});
	const ask = (at: number, type: 'REFUND' | 'RETURN') =>
		shop().askAfterSale({ order_id: sold[at]!.order_id, sku_id: ids['CAP-BLK']!, type });
	const statusOf = (id: string) =>
		shop()
			.afterSales()
			.find((one) => one.after_sale_order_id === id)?.status;
	const until = async (id: string, status: string) =>
		await waitUntil(`after-sale ${id} is ${status}`, 120_000, async () => {
			return await Promise.resolve(statusOf(id) === status);
		});
	const open = async () =>
		(await read('mail.activity', [['summary', 'ilike', 'after-sale']], ['summary'])).length;

	const refund = ask(2, 'REFUND').after_sale_order_id;
	const goods = ask(4, 'RETURN').after_sale_order_id;
	await sweep.run();
	expect(await open()).toBe(2);
	await sweep.run();
	await answerMail(mailbox, refund, true);
	await until(refund, 'MERCHANT_REFUND_SUCCESS');
	// The answer about the one decides nothing about the other.
	expect(statusOf(goods)).toBe('MERCHANT_PROCESSING');
	await answerMail(mailbox, goods, true);
	await until(goods, 'USER_WAIT_RETURN');
	// Asked once a day, however often the sweep runs.
	expect(mailbox.mails).toEqual([]);

	const rejected = ask(5, 'REFUND').after_sale_order_id;
	await sweep.run();
	await answerMail(mailbox, rejected, false);
	await until(rejected, 'MERCHANT_REJECT_REFUND');

	const withdrawn = ask(8, 'REFUND').after_sale_order_id;
	await sweep.run();
	shop().moveAfterSale(withdrawn, 'withdraw');
	await answerMail(mailbox, withdrawn, true);
	shop().moveAfterSale(goods, 'sendBack');
	await sweep.run();
	await answerMail(mailbox, goods, true);
	await until(goods, 'MERCHANT_RETURN_SUCCESS');
	await waitUntil('all runs have ended', 60_000, async () => (await stack.client.running()) === 0);
	await sweep.run();
	await sweep.run();

	expect(statusOf(withdrawn)).toBe('USER_CANCELD');
	const notes = await read(
		'account.move',
		[['ref', '=like', 'WeChat refund %']],
		['ref', 'amount_total', 'state', 'move_type'],
	);
	const amountOf = (id: string) =>
		shop()
			.afterSales()
			.find((one) => one.after_sale_order_id === id)!.refund_info.amount / 100;
	expect(notes).toHaveLength(2);
	for (const id of [refund, goods]) {
		expect(notes).toContainEqual(
			expect.objectContaining({
				...{ ref: `WeChat refund ${id}`, amount_total: amountOf(id) },
				...{ state: 'draft', move_type: 'out_refund' },
			}),
		);
	}
	const [order] = await recordedOrders(stack.admin, [sold[4]!.order_id]);
	const returns = await read(
		'stock.picking',
		[
			['return_id.sale_id', '=', order!.id],
			['state', '!=', 'cancel'],
		],
		['name'],
	);
	expect(returns).toHaveLength(1);
	expect(await open()).toBe(1);
}, 600_000);

it('decodes recipients until the quota of the day is used up, and goes on with the others masked', async () => {
	stack.sandbox.serverApi.rules.shopDecodesPerDay = 3;
	const node = { type: 'n8n-nodes-wechat-odoo.wechatShop', typeVersion: 1 };
	const to = (name: string) => ({ main: [[{ node: name, type: 'main' as const, index: 0 }]] });
	const at = (x: number): [number, number] => [x, 0];
	const run = await publishCalled(
		stack,
		{
			name: 'Decode',
			nodes: [
				{
					id: 'a',
					name: 'Clock',
					type: 'n8n-nodes-base.scheduleTrigger',
					typeVersion: 1.2,
					position: at(0),
					parameters: {},
				},
				{
					id: 'b',
					name: 'Orders',
					...node,
					position: at(200),
					parameters: {
						operation: 'getMany',
						limit: 10,
						status: 20,
						from: '={{ $now.minus({ days: 1 }) }}',
					},
				},
				{
					id: 'c',
					name: 'Decode',
					...node,
					position: at(400),
					parameters: { operation: 'decode' },
				},
			],
			connections: { Clock: to('Orders'), Orders: to('Decode') },
			settings: { executionOrder: 'v1' },
		},
		'Clock',
	);
	const [decoded = [], hidden = []] = (await run())('Decode');
	expect([decoded.length, hidden.length]).toEqual([3, 7]);
	for (const { recipient } of hidden) expect(JSON.stringify(recipient)).toContain('*');
}, 120_000);

it('agrees with the shop about orders, refunds and money, and records what was lost', async () => {
	const missing = sell(stack, ids, 3);
	const shipped = sold.filter(({ status }) => status === 30);
	for (const { order_id: id } of shipped) {
		shop().move(id, 'confirm');
		shop().move(id, 'settle');
	}
	const days = letDaysPass();
	const template = await readTemplate('shop-reconciliation.json');
	const nodes = template.nodes.map((node) => {
		const { parameters } = node;
		const runDate = "={{ $('Every Day').first().json.body.runDate }}";
		if ('runDate' in parameters) return { ...node, parameters: { ...parameters, runDate } };
		if (parameters.operation !== 'recordPaidOrder') return node;
		return { ...node, parameters: { ...parameters, options: { shippingProduct: postage } } };
	});
	const reconcile = await publishCalled(stack, { ...template, nodes }, 'Every Day');
	const outputs = await reconcile({ runDate: addDays(days, 1) });
	expect(outputs('Compare Bill')[0]).toMatchObject([{ transaction_id: missing.order_id }]);
	expect(outputs('Compare Bill').slice(1, 3).flat()).toEqual([]);
	expect(outputs('Report')[0]?.[0]).toMatchObject({ agrees: true, open: 0 });
	expect(await recordedOrders(stack.admin, [missing.order_id])).toMatchObject([{ state: 'sale' }]);

	const again = await reconcile({ runDate: addDays(days, 1) });
	expect(again('Report')[0]?.[0]).toMatchObject({ agrees: true, open: 0 });
	const fields = ['x_transaction_id', 'x_leg', 'x_amount'];
	const ledger = await read('x_wechat_settlement', [['x_leg', 'in', ['settled', 'fee']]], fields);
	const sums = new Map<string, number>();
	const add = (id: string, fen: number) => sums.set(id, (sums.get(id) ?? 0) + fen);
	for (const row of ledger)
		add(String(row.x_transaction_id), Math.round(Number(row.x_amount) * 100));
	for (const {
		amount,
		flow_type: type,
		related_info_list: [of],
	} of shop().flows())
		add(of!.order_id, type === 1 ? -amount : amount);
	expect([...sums].filter(([, rest]) => rest !== 0)).toEqual([]);
	expect(sums.size).toBe(121);
}, 400_000);

/** Moves what the shop has done three days back. @returns that day in Beijing */
function letDaysPass(): string {
	const seconds = 3 * 24 * 3600;
	for (const order of shop().orders()) {
		const { pay_info, settle_info } = order.order_detail;
		order.create_time -= seconds;
		pay_info.pay_time! -= seconds;
		if (settle_info.settle_time) settle_info.settle_time -= seconds;
	}
	for (const flow of shop().flows()) flow.atMs -= seconds * 1000;
	for (const one of shop().afterSales()) if (one.complete_time) one.complete_time -= seconds;
	return beijingDate(Date.now(), 3);
}
