import { orderWarehouse } from '../../../../lib/odoo/order-warehouse';
import { fakeOdoo } from './fake-odoo';

const odooWith = (preferred: unknown) =>
	fakeOdoo(
		({ model }) =>
			model === 'stock.warehouse'
				? [{ id: 2 }]
				: [{ id: 5, company_id: [3, 'Company'], property_warehouse_id: preferred }],
		['property_warehouse_id'],
	);

it('prefers the warehouse in the preferences of the user', async () => {
	expect(await orderWarehouse(odooWith([8, 'WH']))).toBe(8);
	expect(await orderWarehouse(odooWith(false))).toBe(2);
});

it('takes the first warehouse of another company', async () => {
	const odoo = odooWith([8, 'WH']);
	expect(await orderWarehouse(odoo, 4)).toBe(2);
	expect(odoo.calls.at(-1)?.params?.domain).toEqual([['company_id', '=', 4]]);
});
