import { deadlineAfter } from '../../../../../lib/core/deadline';
import { IntegrationError } from '../../../../../lib/core/errors';
import { recordPaidOrders } from '../../../../../lib/orders/record/record-paid-orders';
import { fakeOdoo } from '../../odoo/fake-odoo';
import { paidOrder } from '../orders';

const context = { now: () => 0, monotonic: () => 0, random: () => 0, sleep: async () => {} };
const ahead = deadlineAfter(60_000, () => 0);
const denied = new IntegrationError({
	code: 'ODOO_ACCESS_DENIED',
	message: '',
	likelyCause: '',
	nextStep: '',
});
const fault = new IntegrationError({
	...{ code: 'ODOO_SERVER_FAULT', message: '', likelyCause: '', nextStep: '' },
});

it('lets nodes with different options take turns at one product', async () => {
	let busy = 0;
	let most = 0;
	const odoo = fakeOdoo(async () => {
		busy += 1;
		most = Math.max(most, busy);
		await new Promise((resolve) => setImmediate(resolve));
		busy -= 1;
		throw denied;
	});
	const outcomes = await Promise.all(
		(['odoo', 'none'] as const).map(
			async (taxes) => await recordPaidOrders(odoo, [paidOrder()], { taxes }, context, ahead),
		),
	);
	expect(outcomes.flat()).toMatchObject([{ error: denied }, { error: denied }]);
	expect(odoo.calls.filter(({ model }) => model === 'sale.order')).toHaveLength(2);
	expect(most).toBe(1);
});

it('gives up on an Odoo that never answers when the deadline has passed', async () => {
	const odoo = fakeOdoo(async () => await new Promise(() => {}));
	const deadline = deadlineAfter(20, () => performance.now());
	const outcomes = await recordPaidOrders(
		odoo,
		[paidOrder(), paidOrder({ transaction_id: 'other' })],
		{ taxes: 'odoo' },
		context,
		deadline,
	);
	expect(outcomes).toMatchObject([
		{ error: { code: 'ODOO_TIME_BUDGET' } },
		{ error: { code: 'ODOO_TIME_BUDGET' } },
	]);
});

it('isolates an order that makes every call fail that it is part of', async () => {
	const odoo = fakeOdoo(({ params }) => {
		throw JSON.stringify(params).includes('poison') ? fault : denied;
	});
	const orders = ['1', '2', 'poison', '3'].map((id) => paidOrder({ transaction_id: id }));
	const outcomes = await recordPaidOrders(odoo, orders, { taxes: 'odoo' }, context, ahead);
	expect(outcomes.map((outcome) => 'error' in outcome && outcome.error.code)).toEqual([
		...['ODOO_ACCESS_DENIED', 'ODOO_ACCESS_DENIED'],
		...['ODOO_SERVER_FAULT', 'ODOO_ACCESS_DENIED'],
	]);
});

/** Odoo with one order, which loses the answer to the first such call after doing the work. */
function losingTheAnswer(lost: string, totals: { draft: number; sale: number }) {
	let state: 'none' | 'draft' | 'sale' = 'none';
	let answers = 0;
	const answer = (model: string, method: string): unknown => {
		if (method === 'check_object_reference') {
			return state === 'none' ? [] : ['sale.order', 1];
		}
		if (method === 'get_metadata') return [{ id: 1, xmlids: [] }];
		if (method === 'load') {
			if (model === 'sale.order') state = 'draft';
			return { ids: [1], messages: [] };
		}
		if (method === 'fields_get') return { sale_line_id: {} };
		if (method === 'action_confirm') return (state = 'sale');
		if (method === 'web_search_read') {
			const lines = [
				{ id: 1, product_id: { id: 41 }, product_uom_qty: 2 },
				{ id: 2, product_id: { id: 42 }, product_uom_qty: 1 },
			];
			const amounts = { amount_total: totals[state === 'sale' ? 'sale' : 'draft'], amount_tax: 0 };
			const common = { currency_id: { display_name: 'CNY' }, date_order: '1970-01-01 00:00:00' };
			return { records: [{ id: 1, name: 'S1', state, ...amounts, ...common, order_line: lines }] };
		}
		if (model === 'sale.order' && method === 'search_read') {
			return state === 'none' ? [] : [{ id: 1, origin: 'WeChat Pay SHOP1' }];
		}
		return method === 'search_read' ? [{ id: 2, res_id: 1, create_uid: [5, 'x'] }] : true;
	};
	return fakeOdoo(({ model, method }) => {
		const done = answer(model, method);
		if (`${model}.${method}` !== lost || (answers += 1) > 1) return done;
		throw new IntegrationError({
			...{ code: 'ODOO_NO_ANSWER', message: '', likelyCause: '', nextStep: '' },
			retryable: true,
			ambiguous: true,
		});
	});
}

describe('A lost answer does not let a wrong total pass', () => {
	it.each([
		['sale.order.load', { draft: 280.24, sale: 280.24 }, 'draft'],
		['sale.order.action_confirm', { draft: 248, sale: 280.24 }, 'sale'],
		['sale.order.web_search_read', { draft: 280.24, sale: 280.24 }, 'draft'],
	])('to %s', async (lost, totals, state) => {
		const odoo = losingTheAnswer(lost, totals);
		const outcomes = await recordPaidOrders(odoo, [paidOrder()], { taxes: 'odoo' }, context, ahead);
		expect(outcomes).toMatchObject([
			{
				recorded: { status: 'needs_review', state, reason: expect.stringContaining('280.24 CNY') },
			},
		]);
		const activities = odoo.calls.filter(({ model }) => model === 'mail.activity');
		expect(activities.map(({ method }) => method)).toEqual(['load']);
	});

	it('and passes the right one', async () => {
		const odoo = losingTheAnswer('sale.order.action_confirm', { draft: 248, sale: 248 });
		const outcomes = await recordPaidOrders(odoo, [paidOrder()], { taxes: 'odoo' }, context, ahead);
		expect(outcomes).toMatchObject([{ recorded: { status: 'reserved', state: 'sale' } }]);
		const confirmations = odoo.calls.filter(({ method }) => method === 'action_confirm');
		expect(confirmations).toHaveLength(1);
	});
});
