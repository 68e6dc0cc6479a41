import { IntegrationError } from '../../../../../lib/core/errors';
import { readOrders } from '../../../../../lib/orders/sale-order/read-orders';
import { fakeOdoo } from '../../odoo/fake-odoo';

const MOVE = { id: 5, product_id: [41, 'Tee'], state: 'assigned', product_uom_qty: 2, quantity: 2 };
const EXPECTED = {
	id: 1,
	name: 'S1',
	currency: 'CNY',
	amountTotal: '457.7',
	hasActivity: true,
	companyId: 3,
	lines: [{ id: 4, productId: 41, quantity: 2, moves: true }],
};
const ORDER = {
	id: 1,
	name: 'S1',
	state: 'sale',
	amount_total: 457.7,
	activity_ids: [8],
	company_id: [3, 'Company'],
	warehouse_id: false,
};
const LINE = { id: 4, product_uom_qty: 2, qty_delivered_method: 'stock_move' };
const FIELDS = ['sale_line_id', 'warehouse_id'];

it('reads orders, lines and moves in one call', async () => {
	const returned = { ...MOVE, id: 6, origin_returned_move_id: [5, 'x'] };
	const cancelled = { ...MOVE, id: 7, state: 'cancel' };
	const move_ids = [MOVE, returned, cancelled];
	const odoo = fakeOdoo(() => {
		const note = { id: 3, product_id: false };
		const line = { ...LINE, product_id: { id: 41, free_qty: 7 }, move_ids };
		const currency_id = { display_name: 'CNY' };
		return { records: [{ ...ORDER, currency_id, order_line: [line, note] }] };
	}, FIELDS);
	const { orders, moves } = await readOrders(odoo, [1], true);
	expect(orders.get(1)).toMatchObject({ ...EXPECTED, lines: [{ ...EXPECTED.lines[0], free: 7 }] });
	expect(moves).toMatchObject([{ id: 5, lineId: 4, productId: 41, reserved: 2 }]);
	expect(odoo.calls.map(({ method }) => method)).toEqual(['web_search_read']);
});

it('reads model by model where Odoo has no nested reads, and does not ask again', async () => {
	const failure = new IntegrationError({
		...{ code: 'ODOO_SERVER_FAULT', message: '', likelyCause: '', nextStep: '' },
	});
	const odoo = fakeOdoo(({ model, method }) => {
		if (method === 'web_search_read') throw failure;
		if (model === 'sale.order') return [{ ...ORDER, currency_id: [6, 'CNY'] }];
		if (model === 'stock.move') return [{ ...MOVE, sale_line_id: [4, 'x'] }];
		return [{ ...LINE, order_id: [1, 'S1'], product_id: [41, 'Tee'] }];
	}, FIELDS);
	for (let time = 1; time <= 2; time += 1) {
		const { orders, moves } = await readOrders(odoo, [1], true);
		expect(orders.get(1)).toMatchObject(EXPECTED);
		expect(moves).toMatchObject([{ id: 5, lineId: 4 }]);
	}
	expect(odoo.calls.filter(({ method }) => method === 'web_search_read')).toHaveLength(1);
});

it('does not take a lost connection for a missing method', async () => {
	const lost = new IntegrationError({
		...{ code: 'ODOO_NO_ANSWER', message: '', likelyCause: '', nextStep: '' },
		retryable: true,
	});
	await expect(
		readOrders(
			fakeOdoo(() => Promise.reject(lost)),
			[1],
			false,
		),
	).rejects.toBe(lost);
	expect(
		await readOrders(
			fakeOdoo(() => 0),
			[],
			true,
		),
	).toEqual({ orders: new Map(), moves: [] });
});
