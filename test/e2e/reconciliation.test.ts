import { addDays, beijingDate } from '../../lib/core/beijing-time';
import type { Payment, PaymentOrder } from '../../sandbox';
import type { Template } from '../../tools/package/template-check';
import { recordedOrders } from '../../tools/services/recorded-orders';
import {
	readTemplate,
	startOrderingStack,
	type OrderingStack,
} from '../../tools/services/ordering-stack';
import { prepareMoney, publishCalled } from '../support/called-template';

const PRODUCTS = [{ sku: 'TEE-RED-M', name: 'Red tee, M', price: 60, stock: 500 }];

let stack: OrderingStack;
let reconcile: Awaited<ReturnType<typeof publishCalled>>;
const first = beijingDate(Date.now(), 5);
const days = [0, 1, 2, 3, 4, 5].map((index) => addDays(first, index));
const [d0 = '', d1 = '', d2 = '', d3 = '', d4 = '', d5 = ''] = days;
let counter = 0;

beforeAll(async () => {
	stack = await startOrderingStack({ products: PRODUCTS });
	await prepareMoney(stack, ['CNY']);
	const coupons = await stack.admin.call<number>('product.product', 'create', [
		{ name: 'Coupons', type: 'service', taxes_id: [[6, 0, []]] },
	]);
	const template = atRunDate(await readTemplate('reconciliation.json'), coupons);
	reconcile = await publishCalled(stack, template, 'Every Morning');
}, 1_800_000);
afterAll(async () => await stack?.stop(), 60_000);

/** The template as shipped, its clock set by the call, with a product for the merchant's coupons. */
const atRunDate = (template: Template, discountProduct: number): Template => ({
	...template,
	nodes: template.nodes.map((node) => {
		const runDate = "={{ $('Every Morning').first().json.body.runDate }}";
		if ('runDate' in node.parameters)
			return { ...node, parameters: { ...node.parameters, runDate } };
		if (node.parameters.operation !== 'recordPaidOrder') return node;
		return { ...node, parameters: { ...node.parameters, options: { discountProduct } } };
	}),
});

/** A payment of a day whose notification was lost. */
function lost(day: string, more: Partial<PaymentOrder> = {}): Payment {
	counter += 1;
	const id = `4200002700${day.replaceAll('-', '')}${String(counter).padStart(10, '0')}`;
	return stack.sandbox.pay({
		...{ total: 6000, attach: 'TEE-RED-M*1@6000', transaction_id: id },
		...{ success_time: `${day}T12:00:00+08:00`, out_trade_no: `LOST-${counter}`, ...more },
	});
}

function refunded(payment: Payment, day: string, refund: number, status?: 'PROCESSING') {
	const made = stack.sandbox.refund(payment, { refund, ...(status && { status }) });
	return Object.assign(made, { create_time: `${day}T13:00:00+08:00` });
}

/** WeChat writes the bill of a day once: what happens later does not change it. */
function written(day: string, edit: (text: string) => string = (text) => text): void {
	let kept: string | undefined;
	stack.sandbox.billEdits.set(day, { text: (text) => (kept ??= edit(text)) });
}

const stateOf = async (payment: Payment) => {
	const orders = await recordedOrders(stack.admin, [payment.transaction_id]);
	return orders.map(({ state, amount_total: total, reserved }) => [state, total, reserved]);
};
const openList = async () =>
	await stack.admin.call<Array<Record<string, string>>>('x_wechat_open_difference', 'search_read', [
		[],
		['x_kind', 'x_state', 'x_date', 'x_closed', 'x_transaction_id', 'x_out_trade_no'],
	]);

describe('the books after lost notifications, refunds, odd bills and three days without n8n', () => {
	it('agree once every day was caught up, and each difference has the day on which it was closed', async () => {
		const plain = lost(d0);
		const inPart = lost(d0, { total: 12_000, attach: 'TEE-RED-M*2@6000' });
		refunded(inPart, d0, 6_000);
		const whole = lost(d0);
		refunded(whole, d0, 6_000);
		const coupon = lost(d0, {
			promotion_detail: [
				{ coupon_id: 'C1', amount: 500, type: 'NOCASH', merchant_contribute: 500 },
			],
		});
		const toCard = lost(d0);
		const cardRefund = refunded(toCard, d0, 1_000, 'PROCESSING');
		written(d0);

		const one = await reconcile({ runDate: d1 });
		expect(one('Get Days to Compare')[0]).toMatchObject([{ date: d0, reason: 'new' }]);
		expect(one('Compare Bill')[0]).toHaveLength(5);
		expect(await stateOf(plain)).toEqual([['sale', 60, 1]]);
		expect(await stateOf(inPart)).toEqual([['sale', 120, 2]]);
		expect(await stateOf(whole)).toEqual([['cancel', 60, 0]]);
		expect(await stateOf(coupon)).toEqual([['sale', 55, 1]]);
		expect(await stateOf(toCard)).toEqual([['sale', 60, 1]]);
		expect(one('Report')[0]?.[0]).toMatchObject({
			...{ date: d1, agrees: false, open: 1, oldest_days: 1, days_not_compared: [] },
			entries: [{ kind: 'refund_open', refund_id: cardRefund.refund_id, age_days: 1 }],
		});

		// Three days without n8n: the refund ends, a bill has five odd rows, another is damaged.
		const odd = [1, 2, 3, 4, 5].map(() => lost(d1));
		written(d1, (text) => oddRows(text, odd));
		lost(d2);
		stack.sandbox.billEdits.set(d2, { damaged: true });
		const last = lost(d3);
		stack.sandbox.settleRefund(cardRefund, 'SUCCESS');

		const two = await reconcile({ runDate: d4 });
		expect(two('Get Days to Compare')[0]).toMatchObject([
			{ date: d0, reason: 'open', open_differences: 1 },
			...[d1, d2].map((date) => ({ date, reason: 'missed' })),
			{ date: d3, reason: 'new' },
		]);
		expect(await stateOf(last)).toEqual([['sale', 60, 1]]);
		const report = two('Report')[0]?.[0];
		expect(report).toMatchObject({ date: d4, open: 2, days_not_compared: [d2] });
		expect((report?.entries as Array<{ kind: string }>).map(({ kind }) => kind).sort()).toEqual([
			...['day_not_compared', 'row_unreadable', 'row_unreadable'],
		]);
		expect(await stateOf(odd[0]!)).toEqual([]);
		for (const payment of odd.slice(1, 3))
			expect(await stateOf(payment)).toEqual([['sale', 60, 1]]);

		// WeChat corrects its bills.
		stack.sandbox.billEdits.clear();
		written(d0);
		const three = await reconcile({ runDate: d5 });
		expect(three('Get Days to Compare')[0]?.map(({ date }) => date)).toEqual([d1, d2, d4]);
		expect(three('Report')[0]?.[0]).toMatchObject({ date: d5, agrees: true, open: 0 });

		const list = await openList();
		expect(list.filter(({ x_state: state }) => state !== 'closed')).toEqual([]);
		const closedOn = Object.fromEntries(
			list
				.filter(({ x_kind: kind }) => kind !== 'day_not_compared')
				.map((row) => [`${row.x_kind} ${row.x_out_trade_no}`, row.x_closed]),
		);
		expect(closedOn).toMatchObject({
			[`missing_in_odoo ${plain.out_trade_no}`]: d1,
			[`missing_in_odoo ${inPart.out_trade_no}`]: d1,
			[`missing_in_odoo ${whole.out_trade_no}`]: d1,
			[`missing_in_odoo ${coupon.out_trade_no}`]: d1,
			[`refund_open ${toCard.out_trade_no}`]: d4,
			[`missing_in_odoo ${last.out_trade_no}`]: d4,
			[`missing_in_odoo ${odd[1]!.out_trade_no}`]: d4,
		});
		const payments = stack.sandbox.payments().map(({ transaction_id }) => transaction_id);
		const orders = await recordedOrders(stack.admin, payments);
		expect(orders).toHaveLength(payments.length);

		const again = await reconcile({ runDate: d5 });
		expect(again('Report')[0]?.[0]).toMatchObject({ agrees: true, open: 0 });
		expect(await openList()).toEqual(list);
	}, 600_000);
});

/** Rows of a revoked payment, a time of 0, a cut character, an unreadable amount and a line that ends too early. */
function oddRows(text: string, [revoked, timeless, cut, amount, short]: Payment[]): string {
	const edits: Array<[Payment | undefined, (line: string) => string]> = [
		[revoked, (line) => line.replace('`SUCCESS', '`REVOKED')],
		[timeless, (line) => line.replace(/^`[^,]+/, '`0')],
		[cut, (line) => line.replace('示例商品', '示例\uFFFD')],
		[amount, (line) => line.replaceAll('`60.00', '`60,00')],
		[short, (line) => line.split(',').slice(0, 8).join(',')],
	];
	return text
		.split('\r\n')
		.map((line) => {
			const found = edits.find(([payment]) => payment && line.includes(payment.transaction_id));
			return found ? found[1](line) : line;
		})
		.join('\r\n');
}
