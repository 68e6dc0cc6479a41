import { freeUnits } from '../../../../../lib/orders/record/free-units';
import { fakeOdoo } from '../../odoo/fake-odoo';

it('counts storable products and kits in the warehouse of new orders, and no services', async () => {
	const rows = [
		{ id: 1, type: 'product', free_qty: 3 },
		{ id: 2, type: 'consu', free_qty: 1 },
		{ id: 3, type: 'service', free_qty: 0 },
		{ id: 4, type: 'product', free_qty: -2 },
	];
	const odoo = fakeOdoo(
		({ model, params }) => {
			if (model === 'stock.warehouse') return [{ id: 6 }];
			return JSON.stringify(params?.domain).includes('phantom') ? [{ id: 2 }] : rows;
		},
		['bom_ids'],
	);
	const free = await freeUnits(odoo, [1, 2, 3, 4], {});
	expect([...free]).toEqual([
		[1, 3],
		[2, 1],
		[4, 0],
	]);
	expect(odoo.calls.map(({ context }) => context)).toContainEqual(
		expect.objectContaining({ warehouse_id: 6 }),
	);
});
