import type { Payment } from '../../sandbox';
import {
	acknowledging,
	publishTemplate,
	readTemplate,
	startOrderingStack,
	type OrderingStack,
} from '../../tools/services/ordering-stack';
import { recordedOrders, type RecordedSaleOrder } from '../../tools/services/recorded-orders';
import { outputsOf } from '../../tools/services/n8n-executions';
import { endedRuns } from '../support/ended-runs';

const PRODUCTS = [
	{ sku: 'TEE-RED-M', name: 'Red tee, M', price: 99, stock: 200 },
	{ sku: 'CAP.BLK', name: 'Black cap', price: 50, stock: 200 },
	{ sku: 'MUG-01', name: 'Mug', price: 35.5, stock: 3 },
	{ sku: 'OLD-01', name: 'Archived scarf', price: 10, stock: 5, archived: true },
];
const LINES = 'TEE-RED-M*2@9900,CAP.BLK@5000';
const TOTAL = 24800;

let stack: OrderingStack;

beforeAll(async () => {
	stack = await startOrderingStack({ products: PRODUCTS });
}, 1_800_000);

afterAll(async () => await stack?.stop(), 60_000);

const orderOf = async (payment: Payment): Promise<RecordedSaleOrder[]> =>
	await recordedOrders(stack.admin, [payment.transaction_id]);

const onlyOrderOf = async (payment: Payment): Promise<RecordedSaleOrder> => {
	const orders = await orderOf(payment);
	expect(orders).toHaveLength(1);
	return orders[0]!;
};

describe.each(['When the Workflow Acknowledges', 'Immediately'])('acknowledging %s', (mode) => {
	let notifyUrl: string;

	beforeAll(async () => {
		const template = await readTemplate('ordering.json');
		const chosen = mode === 'Immediately' ? acknowledging(template, 'immediately') : template;
		({ notifyUrl } = await publishTemplate(stack, chosen));
	});

	/** Delivers without resends: what is not acknowledged at first stays so. */
	const deliver = async (payment: Payment, copies = 1) =>
		await stack.sandbox.notify(payment, { url: notifyUrl, copies, maxResends: 0 });

	/** Immediately acknowledged runs may still be under way. */
	const untilRecorded = async (payments: Payment[]) => {
		const ids = payments.map(({ transaction_id }) => transaction_id);
		for (let tries = 0; tries < 150; tries += 1) {
			const orders = await recordedOrders(stack.admin, ids);
			const done = orders.filter(({ state, activities }) => state === 'sale' || activities > 0);
			if (done.length >= payments.length && (await stack.client.running()) === 0) return;
			await new Promise((resolve) => setTimeout(resolve, 200));
		}
		throw new Error('The orders were not recorded within 30 seconds');
	};

	it('makes 20 orders of 20 payments sent three times each, a third of them at once', async () => {
		// The first order of the day, before the burst: n8n and Odoo have only just been started.
		await deliver(stack.sandbox.pay({ total: TOTAL, attach: LINES }));
		const payments = Array.from({ length: 20 }, () =>
			stack.sandbox.pay({ total: TOTAL, attach: LINES }),
		);
		const atOnce = payments.slice(0, 7);
		const inTurn = payments.slice(7);
		await Promise.all(atOnce.map(async (payment) => await deliver(payment, 3)));
		for (const payment of [...inTurn, ...inTurn, ...inTurn]) await deliver(payment);
		await untilRecorded(payments);

		const ids = payments.map(({ transaction_id }) => transaction_id);
		const orders = await recordedOrders(stack.admin, ids);
		expect(orders.map(({ client_order_ref }) => client_order_ref).sort()).toEqual(ids.sort());
		for (const order of orders) {
			expect(order).toMatchObject({
				state: 'sale',
				currency: 'CNY',
				amount_total: 248,
				source: 'WeChat',
				lines: [
					['TEE-RED-M', 2, 99],
					['CAP.BLK', 1, 50],
				],
				ordered: 3,
				reserved: 3,
			});
		}
		const deliveries = ids.flatMap((transaction_id) =>
			stack.sandbox.deliveries({ transaction_id }),
		);
		expect(deliveries).toHaveLength(60);
		expect(deliveries.filter(({ acknowledged }) => !acknowledged)).toEqual([]);
	}, 180_000);

	it.each([
		['unknown', 'POSTER-A1'],
		['archived', 'OLD-01'],
	])('leaves an order with an %s SKU as a draft with an activity', async (_, sku) => {
		const payment = stack.sandbox.pay({ total: TOTAL, attach: `TEE-RED-M*2@9900,${sku}@5000` });
		const { acknowledged } = await deliver(payment);
		await untilRecorded([payment]);
		expect(acknowledged).toBe(true);
		const order = await onlyOrderOf(payment);
		expect(order).toMatchObject({ state: 'draft', lines: [], reserved: 0, activities: 1 });
		expect(order.notes.join('\n')).toContain(sku);
	});
});

describe('stock', () => {
	it('says Short for one piece more than there is', async () => {
		const template = await readTemplate('ordering.json');
		const { id, notifyUrl } = await publishTemplate(stack, { ...template, name: 'Short' });
		const payment = stack.sandbox.pay({ total: 14200, attach: 'MUG-01*4@3550' });
		const { acknowledged } = await stack.sandbox.notify(payment, { url: notifyUrl, maxResends: 0 });
		expect(acknowledged).toBe(true);
		expect(await onlyOrderOf(payment)).toMatchObject({ state: 'sale', ordered: 4, reserved: 3 });
		const [run] = await endedRuns(stack.client, id, [payment.transaction_id]);
		const [reserved, short, review] = outputsOf(run!, 'Record Paid Order');
		expect(reserved).toEqual([]);
		expect(review).toEqual([]);
		expect(short).toHaveLength(1);
		expect(short?.[0]?.odoo).toMatchObject({
			status: 'short',
			lines: [{ ordered: 4, reserved: 3, missing: 1 }],
		});
	});
});

describe('refunds', () => {
	let notifyUrl: string;
	beforeAll(async () => {
		const template = await readTemplate('ordering.json');
		({ notifyUrl } = await publishTemplate(stack, { ...template, name: 'Refunds' }));
	});
	const told = async (subject: Parameters<typeof stack.sandbox.notify>[0]) =>
		await stack.sandbox.notify(subject, { url: notifyUrl, maxResends: 0 });
	const refund = (payment: Payment, fen: number) =>
		stack.sandbox.refund(payment, { out_refund_no: `${payment.out_trade_no}-R`, refund: fen });

	it('of everything cancel an order before it is shipped, and are acknowledged', async () => {
		const payment = stack.sandbox.pay({ total: TOTAL, attach: LINES });
		await told(payment);
		expect(await onlyOrderOf(payment)).toMatchObject({ state: 'sale', reserved: 3 });
		expect(await told(refund(payment, TOTAL))).toMatchObject({ acknowledged: true });
		expect(await onlyOrderOf(payment)).toMatchObject({ state: 'cancel' });
	});

	it('that come before their payment leave one order, which is not confirmed', async () => {
		const payment = stack.sandbox.pay({ total: TOTAL, attach: LINES });
		expect(await told(refund(payment, TOTAL))).toMatchObject({ acknowledged: true });
		expect(await told(payment)).toMatchObject({ acknowledged: true });
		expect(await onlyOrderOf(payment)).toMatchObject({ state: 'draft', reserved: 0 });
	});
});
