import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { readDailyRate } from '../../lib/settlement/daily-rates';
import { writeRates } from '../../lib/settlement/odoo/write-rates';
import type { Payment } from '../../sandbox';
import {
	acknowledging,
	publishTemplate,
	readTemplate,
	startOrderingStack,
	type OrderingStack,
} from '../../tools/services/ordering-stack';
import { outputsOf } from '../../tools/services/n8n-executions';
import { waitUntil } from '../../tools/services/processes';
import { recordedOrders } from '../../tools/services/recorded-orders';
import type { Template } from '../../tools/package/template-check';
import { openBankJournal } from '../support/bank-journal';
import { giveRight, prepareMoney, publishCalled } from '../support/called-template';
import { endedRuns, startedWith } from '../support/ended-runs';

const PRODUCTS = [{ sku: 'TEE-RED-M', name: 'Red tee, M', price: 99, stock: 500 }];
const TOTAL = 9900;
const COUNT = 60;
const DAY_MS = 24 * 3600 * 1000;

let stack: OrderingStack;
let orderingId: string;
let notifyUrl: string;
let inN8n: number;
let payments: Payment[];

const beijing = (ms: number) => new Date(ms + 8 * 3600_000).toISOString().slice(0, 10);
const yesterday = beijing(Date.now() - DAY_MS);

beforeAll(async () => {
	stack = await startOrderingStack({ products: PRODUCTS });
	await prepareOdoo(stack);
	payments = Array.from({ length: COUNT }, (_, index) => payAt(index));
}, 1_800_000);
afterAll(async () => await stack?.stop(), 60_000);

/** Of yesterday, whose bill and statement are what the templates ask for. */
const payAt = (minute: number) =>
	stack.sandbox.pay({
		total: TOTAL,
		attach: 'TEE-RED-M*1@9900',
		success_time: `${yesterday}T12:${String(minute).padStart(2, '0')}:00+08:00`,
	});

/** What both templates ask for: set-up with all currencies, the right Billing, and rates to compare with. */
async function prepareOdoo(stack: OrderingStack) {
	const { admin } = stack;
	const administrator = await prepareMoney(stack, ['CNY', 'USD', 'INR', 'HKD']);
	const [company] = await admin.call<Array<{ currency_id: [number, string] }>>(
		'res.company',
		'search_read',
		[[], ['currency_id']],
		{ limit: 1 },
	);
	const rates = [
		{ from: 'USD', to: 'CNY', rate: '7.1', date: yesterday },
		{ from: 'USD', to: 'INR', rate: '85', date: yesterday },
		...(company?.currency_id[1] === 'EUR'
			? [{ from: 'EUR', to: 'USD', rate: '1.1', date: yesterday }]
			: []),
	];
	await writeRates(administrator, rates.map(readDailyRate), false);
}

/** The same template with all of its nodes switched on that keep or read n8n's own list. */
const withList = (template: Template): Template => ({
	...template,
	nodes: template.nodes.map((node) =>
		node.type === 'n8n-nodes-base.dataTable' ? { ...node, disabled: false } : node,
	),
});

/** The same template at a time of day when yesterday's bill is ready: before 10:00 in Beijing it is not. */
const afterTen = (template: Template): Template => ({
	...template,
	nodes: template.nodes.map((node) =>
		'runDate' in node.parameters
			? { ...node, parameters: { ...node.parameters, runDate: beijing(Date.now()) } }
			: node,
	),
});

/** Payments of the runs of the ordering template that ended well. */
async function receivedByN8n(): Promise<string[]> {
	const runs = await stack.client.executions(orderingId);
	const ended = runs.filter(({ status }) => status === 'success');
	const payments = await Promise.all(
		ended.map(async ({ id }) => startedWith(await stack.client.execution(id))),
	);
	return payments.flat();
}

const recorded = async () =>
	await recordedOrders(
		stack.admin,
		payments.map(({ transaction_id }) => transaction_id),
	);

describe('after lost notifications and a killed n8n', () => {
	it('reconciliation creates exactly the missing orders, then reports zero', async () => {
		const ordering = acknowledging(withList(await readTemplate('ordering.json')), 'immediately');
		({ id: orderingId, notifyUrl } = await publishTemplate(stack, ordering));
		// Every twentieth never leaves WeChat; the rest comes in a surge that n8n does not outlive.
		const sent = payments.filter((_, index) => index % 20 !== 7);
		const surge = sent.map(
			async (payment) => await stack.sandbox.notify(payment, { url: notifyUrl, maxResends: 0 }),
		);
		await waitUntil('the surge has begun', 60_000, async () => (await recorded()).length >= 5);
		await stack.n8n.kill();
		await Promise.all(surge);
		await stack.n8n.restart();
		// What n8n takes up again after its start, and what Odoo was still doing for it, has to be over.
		let seen = '';
		await waitUntil('n8n and Odoo have settled down', 120_000, async () => {
			const [running, now] = [await stack.client.running(), JSON.stringify(await recorded())];
			const settled = running === 0 && now === seen;
			seen = now;
			return settled;
		});
		const before = await recorded();
		const have = new Set(before.map(({ client_order_ref: reference }) => reference));
		const missing = payments.filter(({ transaction_id: id }) => !have.has(id));
		expect(missing.length).toBeGreaterThanOrEqual(3);

		const template = afterTen(withList(await readTemplate('reconciliation.json')));
		const reconcile = await publishCalled(stack, template, 'Every Morning');
		const first = await reconcile();
		const [found] = first('Compare Bill');
		expect(found?.map((item) => item.transaction_id).sort()).toEqual(
			missing.map(({ transaction_id: id }) => id).sort(),
		);
		const after = await recorded();
		expect(after.map(({ client_order_ref: reference }) => reference).sort()).toEqual(
			payments.map(({ transaction_id: id }) => id).sort(),
		);

		// What the crash left half done is settled by running the payment again, as the sweep does.
		const sweep = await publishCalled(stack, template, 'Every Five Minutes');
		await sweep();
		const orders = await recorded();
		expect(orders).toHaveLength(COUNT);
		for (const order of orders) expect(order).toMatchObject({ state: 'sale', reserved: 1 });

		const second = await reconcile();
		const [payments2, refunds2, others, report] = second('Compare Bill');
		expect([payments2, refunds2, others]).toEqual([[], [], []]);
		expect(report?.[0]).toMatchObject({ payments: COUNT, differences: 0, agrees: true });
		inN8n = Number(report?.[0]?.in_n8n ?? 0);
		expect(inN8n).toBeLessThanOrEqual(before.length);
	}, 300_000);
});

describe('the three amounts', () => {
	it('are on each order once the template has run, and the same after it ran again', async () => {
		const { admin } = stack;
		const journal = await openBankJournal(admin, stack.odoo.admin.login);
		const compact = yesterday.replaceAll('-', '');
		const line = { journal_id: journal, date: beijing(Date.now()), amount: 70_000.01 };
		await admin.call('account.bank.statement.line', 'create', [
			{ ...line, payment_ref: `WECHAT ${compact}000001 SETTLEMENT` },
		]);
		const template = await readTemplate('fx-recording.json');
		const chosen = {
			...template,
			nodes: template.nodes.map((node) =>
				node.name === 'Record Receipts'
					? { ...node, parameters: { ...node.parameters, bankJournal: journal } }
					: node,
			),
		};
		const run = await publishCalled(stack, chosen, 'Every Morning');
		const first = await run();
		const [recorded, lost] = first('Record Statement');
		expect(recorded).toHaveLength(COUNT);
		expect(lost).toEqual([]);
		const [received] = first('Record Receipts');
		expect(received?.[0]).toMatchObject({
			status: 'recorded',
			orders: COUNT,
			received: '70000.01',
		});
		const entries = async () =>
			await admin.call<number>('x_wechat_settlement', 'search_count', [[]]);
		const before = await entries();
		expect(before).toBe(COUNT * 4);
		const orders = await admin.call<Array<Record<string, number>>>('sale.order', 'search_read', [
			[['x_wechat_money', '=', 'received']],
			['x_wechat_paid', 'x_wechat_settled', 'x_wechat_received'],
		]);
		expect(orders).toHaveLength(COUNT);
		const sum = (field: string) =>
			Math.round(orders.reduce((all, order) => all + (order[field] ?? 0) * 100, 0));
		expect(sum('x_wechat_paid')).toBe(COUNT * TOTAL);
		expect(sum('x_wechat_received')).toBe(7_000_001);

		const second = await run();
		const [again] = second('Record Receipts');
		expect(again?.[0]).toMatchObject({ status: 'known' });
		expect(await entries()).toBe(before);

		const report = await publishCalled(stack, chosen, 'Every Monday');
		const monday = await report();
		const [[page] = []] = monday('Create Report');
		// Nobody attributed these orders: what they received is there all the same, to the last unit.
		expect(monday('Get Campaign Results')[0]).toMatchObject([
			{ campaign: '', orders: COUNT, revenue: '70000.01', estimated_orders: 0 },
		]);
		for (const file of ['XLSX', 'HTML']) expect(monday(`Campaigns as ${file}`)[0]).toHaveLength(1);
		expect(String(page?.html)).toContain('<svg');
		expect(String(page?.html)).toContain('TEE-RED-M');
	}, 300_000);
});

describe("n8n's own list of what it has received", () => {
	it('is compared with the bill and with Odoo, and tells which notification never came', async () => {
		const [arrived, lost] = [payAt(1), payAt(2)];
		await stack.sandbox.notify(arrived, { url: notifyUrl, maxResends: 0 });
		const [run] = await endedRuns(stack.client, orderingId, [arrived.transaction_id]);
		expect(outputsOf(run!, 'Keep for Reconciliation')[0]?.[0]).not.toHaveProperty('error');

		const template = afterTen(withList(await readTemplate('reconciliation.json')));
		const reconcile = await publishCalled(stack, template, 'Every Morning');
		const found = await reconcile();
		const [list = []] = found('Received by n8n');
		const noted = list.map(({ transaction_id: id }) => id);
		expect(noted).toEqual(expect.arrayContaining(await receivedByN8n()));
		const [missing, refunds, others, report] = found('Compare Bill');
		expect(missing).toMatchObject([{ transaction_id: lost.transaction_id }]);
		expect(String(missing?.[0]?.cause)).toContain('n8n does not have its notification');
		expect([refunds, others]).toEqual([[], []]);
		expect(report?.[0]).toMatchObject({ payments: COUNT + 2, in_n8n: inN8n + 1, differences: 1 });

		const again = await reconcile();
		expect(again('Compare Bill')[3]?.[0]).toMatchObject({ in_n8n: inN8n + 1, agrees: true });
	}, 300_000);
});

describe('the rates of a named day', () => {
	const day = beijing(Date.now() - 10 * DAY_MS);
	/** Knows all currencies but the Hong Kong dollar. */
	const source = createServer(({ url = '' }, answer) => {
		const isKnown = !url.endsWith('/HKD');
		answer.writeHead(isKnown ? 200 : 404, { 'content-type': 'application/json' });
		const rates = { USD: 0.5, EUR: 0.25 };
		answer.end(JSON.stringify(isKnown ? { rates } : { error: 'unsupported-code' }));
	});
	beforeAll(async () => await new Promise<void>((done) => source.listen(0, '127.0.0.1', done)));
	afterAll(() => source.close());

	it('are written once, one refused currency stops no other, and it gets an activity instead of a rate of 1:1', async () => {
		await giveRight(stack, 'account.group_account_manager');
		const template = await readTemplate('daily-rates.json');
		const chosen = { rateCurrencies: 'CNY, HKD, INR', rateDate: day };
		const { port } = source.address() as AddressInfo;
		const url = `=http://127.0.0.1:${port}/{{ $json.currency }}`;
		const nodes = template.nodes.map((node) => ({
			...node,
			parameters: {
				...node.parameters,
				...('rateDate' in node.parameters && chosen),
				...(node.name === 'Get Rate' && { url }),
			},
		}));
		const run = await publishCalled(stack, { ...template, nodes }, 'Every Morning');
		const rates = async () =>
			await stack.admin.call<Array<{ currency_id: [number, string]; rate: number }>>(
				'res.currency.rate',
				'search_read',
				[[['name', '=', day]], ['currency_id', 'rate']],
				{ order: 'id' },
			);
		const first = await run();
		expect(first('Write Exchange Rates')[0]).toMatchObject([
			{ currency: 'CNY', date: day, status: 'written' },
			{ currency: 'INR', date: day, status: 'written' },
		]);
		const home = first('Get Missing Rates')[0]?.[0]?.home;
		const perHome = home === 'EUR' ? 4 : 2;
		const written = await rates();
		expect(written.map(({ currency_id: [, code], rate }) => [code, rate])).toEqual([
			['CNY', perHome],
			['INR', perHome],
		]);
		const second = await run();
		expect(second('Get Missing Rates')[0]).toMatchObject([{ currency: 'HKD', latest: '' }]);
		expect(await rates()).toEqual(written);
		const toDo = [['summary', '=', `No exchange rate of HKD for ${day}`]];
		expect(await stack.admin.call('mail.activity', 'search_count', [toDo])).toBe(1);
		const others = [['summary', 'like', `for ${day}`]];
		expect(await stack.admin.call('mail.activity', 'search_count', [others])).toBe(1);
	}, 300_000);
});
