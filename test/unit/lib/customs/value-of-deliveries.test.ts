import { valueOfDeliveries } from '../../../../lib/customs/value-of-deliveries';
import { fakeOdoo } from '../odoo/fake-odoo';

const ORDER = { id: 1, currency_id: [6, 'CNY'] };
const move = (id: number, picking: number, quantity: number) => ({
	id,
	...{ picking_id: [picking, 'x'], sale_line_id: [8, 'x'], product_uom_qty: quantity },
});
const odoo = () =>
	fakeOdoo(({ model }) => {
		if (model === 'stock.picking') return [5, 6].map((id) => ({ id, sale_id: [1, 'S1'] }));
		if (model === 'stock.move') return [move(1, 5, 1), move(2, 6, 2)];
		return [{ id: 8, price_total: 100, product_uom_qty: 3 }];
	});

it('gives each held delivery its share of the line, rounded to the fen', async () => {
	expect((await valueOfDeliveries(odoo(), [ORDER])).get(1)).toEqual([
		{ transfer: 5, value: 3333 },
		{ transfer: 6, value: 6667 },
	]);
});

it('asks nothing without orders', async () => {
	const client = odoo();
	expect((await valueOfDeliveries(client, [])).size).toBe(0);
	expect(client.calls).toEqual([]);
});
