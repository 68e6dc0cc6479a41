import { paymentKey } from '../../../../../lib/orders/model/order-keys';
import { completeDrafts } from '../../../../../lib/orders/record/complete-drafts';
import type { OrderState } from '../../../../../lib/orders/sale-order/order-state';
import { fakeOdoo, type MadeCall } from '../../odoo/fake-odoo';
import { line, orderState, paidOrder } from '../orders';

const order = paidOrder();
const NOTES = [
	{ id: 5, name: 'Paid: 248.00 CNY' },
	{ id: 6, name: 'SKU TEE × 2 at 99.00 CNY' },
	{ id: 7, name: 'Please pack as a gift' },
];

async function complete(
	state: OrderState,
	load: (call: MadeCall) => unknown = () => ({ ids: [1, 2], messages: [] }),
	withoutBuyer: number[] = [],
) {
	const odoo = fakeOdoo((call) => {
		if (call.method === 'load') return load(call);
		if (call.model === 'res.company') return [{ id: 1, partner_id: [1, 'Shop'] }];
		if (call.model === 'res.users') return [{ id: 5, company_id: [1, 'Shop'] }];
		if (call.model === 'sale.order') return withoutBuyer.map((id) => ({ id }));
		return call.method === 'search_read' ? NOTES : true;
	});
	const completed = await completeDrafts(
		odoo,
		[{ order, state }],
		{ taxes: 'odoo' },
		async () => await Promise.resolve(2),
	);
	const deleted = odoo.calls.flatMap(({ method, ids }) => (method === 'unlink' ? [ids] : []));
	return { completed, deleted, calls: odoo.calls };
}

const key = paymentKey(order);

it('adds the products to a draft with notes, and deletes its own notes', async () => {
	const { completed, deleted, calls } = await complete(orderState({ id: 9, lines: [] }));
	expect(completed).toEqual({ ready: new Set([key]), rejected: new Map() });
	expect(deleted).toEqual([[5, 6]]);
	const load = calls.find(({ method }) => method === 'load');
	expect(load?.params?.data).toEqual([
		[`wechat_pay.${key}_line_1`, '41', '2', '99.00', '0', '9'],
		[`wechat_pay.${key}_line_2`, '42', '1', '50.00', '0', '9'],
	]);
});

it('adds nothing to a draft that has its products already', async () => {
	const { completed, calls } = await complete(orderState());
	expect(completed.ready).toEqual(new Set([key]));
	expect(calls.map(({ method }) => method)).toEqual(['search_read', 'unlink']);
});

it.each<[string, Partial<OrderState>]>([
	['a draft that a person has put other products into', { lines: [line(1, 43, 1)] }],
	['a confirmed order', { state: 'sale', lines: [] }],
	['a cancelled order', { state: 'cancel', lines: [] }],
])('leaves %s alone', async (_, change) => {
	const { completed, calls } = await complete(orderState(change));
	expect(completed.ready.size).toBe(0);
	expect(calls).toEqual([]);
});

it('gives a draft in another currency the pricelist that it was written without', async () => {
	const state = orderState({ id: 9, lines: [], currency: 'USD' });
	const { completed, calls } = await complete(state);
	expect(completed.ready).toEqual(new Set([key]));
	const write = calls.find(({ method }) => method === 'write');
	expect(write).toMatchObject({ ids: [9], params: { vals: { pricelist_id: 2 } } });
});

it('leaves a draft whose buyer Odoo rejected to a person', async () => {
	const { completed, calls } = await complete(orderState({ id: 9, lines: [] }), undefined, [9]);
	expect(completed.ready.size).toBe(0);
	expect(calls.map(({ method }) => method)).not.toContain('load');
});

it('adds all lines of an order or none', async () => {
	const answers = [
		{ ids: false, messages: [{ type: 'error', message: 'No such product', record: 1 }] },
		{ ids: [11], messages: [] },
		{ ids: false, messages: [{ type: 'error', message: 'No such product', record: 0 }] },
	];
	const { completed, deleted } = await complete(orderState({ lines: [] }), () => answers.shift());
	expect(completed).toEqual({ ready: new Set(), rejected: expect.any(Map) });
	expect(completed.rejected.get(key)).toContain('No such product.');
	expect(deleted).toEqual([[11]]);
});
