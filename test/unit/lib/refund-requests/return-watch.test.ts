import { returnWatch } from '../../../../lib/refund-requests/return-watch';
import { fakeOdoo } from '../odoo/fake-odoo';
import { picking, rowsOf } from '../shipments/odoo-rows';

const line = { order_id: [7, 'S1'], product_uom_qty: 2, price_total: 20, currency_id: [1, 'CNY'] };

it.each([
	['with what the buyer paid for its goods', [41, 'Tee'], { value_fen: 2000, value: '20.00' }],
	['without a value, if a part has none', [40, 'Kit'], {}],
])('reads a return %s', async (_, product_id, value) => {
	const orders = rowsOf([picking(1)], { order: { currency_id: [1, 'CNY'] } });
	const odoo = fakeOdoo((call) =>
		call.model === 'sale.order.line' ? [{ id: 9, product_id, ...line }] : orders(call),
	);
	const [state] = await returnWatch.read(odoo, [1]);
	expect(state).toMatchObject({ id: 1, part: 7 });
	const { return: returned } = state?.json as { return: Record<string, unknown> };
	const { lines, ...others } = returned;
	expect(lines).toMatchObject([{ sku: 'TEE', quantity: 2 }]);
	expect(others).toEqual({
		picking_id: 1,
		name: 'WH/OUT/1',
		date_done: '2026-11-24T08:00:01Z',
		currency: 'CNY',
		...value,
	});
});
