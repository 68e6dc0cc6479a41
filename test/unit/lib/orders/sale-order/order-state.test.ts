import {
	isConfirmed,
	isJustConfirmed,
	isQuotation,
	orderState,
} from '../../../../../lib/orders/sale-order/order-state';

const NOW = Date.UTC(2026, 10, 22, 10);
const row = (more: object = {}) => ({
	...{ id: 1, name: 'S00001', state: 'sale', client_order_ref: '42', activity_ids: [] },
	...{
		currency_id: [1, 'CNY'],
		amount_total: 99,
		amount_tax: 0,
		date_order: '2026-11-22 09:50:00',
	},
	...{ company_id: [3, 'C'], warehouse_id: false, ...more },
});

it('reads an order with its goods and services, sorted, and without lines of text', () => {
	const lines = [
		{ id: 9, product_id: [7, 'P'], product_uom_qty: 2, qty_delivered_method: 'stock_move' },
		{ id: 8, product_id: false, product_uom_qty: 0 },
		{ id: 4, product_id: { id: 5, free_qty: 3, type: 'combo' }, product_uom_qty: 1, is_mto: true },
	];
	expect(orderState(row(), lines)).toMatchObject({
		...{ name: 'S00001', reference: '42', currency: 'CNY', amountTotal: '99', companyId: 3 },
		...{ hasActivity: false, warehouseId: undefined },
		lines: [
			{ id: 4, productId: 5, quantity: 1, moves: false, free: 3, toOrder: true, combo: true },
			{ id: 9, productId: 7, quantity: 2, moves: true },
		],
	});
});

it.each([
	['draft', false, true],
	['sent', false, true],
	['sale', true, false],
	['done', true, false],
	['cancel', false, false],
])('in state %s is confirmed: %p, a quotation: %p', (state, confirmed, quotation) => {
	expect([isConfirmed({ state }), isQuotation({ state })]).toEqual([confirmed, quotation]);
});

it('was just confirmed for a quarter of an hour', () => {
	const at = (date_order: unknown, state = 'sale') =>
		isJustConfirmed(orderState(row({ date_order, state }), []), NOW);
	expect(at('2026-11-22 09:46:00')).toBe(true);
	expect(at('2026-11-22 09:44:00')).toBe(false);
	expect(at(false)).toBe(false);
	expect(at('2026-11-22 09:59:00', 'draft')).toBe(false);
});
