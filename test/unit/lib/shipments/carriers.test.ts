import { carriersById } from '../../../../lib/shipments/carriers';
import { odooWithRows } from '../odoo/odoo-with-rows';

it('has the code of the connector, or the reference of the delivery product', async () => {
	const odoo = odooWithRows({
		'delivery.carrier': [
			{ id: 1, name: 'DHL', delivery_type: 'dhl', product_id: [7, 'D'] },
			{ id: 2, name: 'SF Express', delivery_type: 'fixed', product_id: [8, 'S'] },
			{ id: 3, name: 'By hand', delivery_type: 'fixed', product_id: [9, 'H'] },
		],
		'product.product': [
			{ id: 7, default_code: 'X' },
			{ id: 8, default_code: 'SF' },
			{ id: 9, default_code: false },
		],
	});
	expect([...(await carriersById(odoo, [1, 2, 3, 1])).values()]).toEqual([
		{ id: 1, name: 'DHL', code: 'dhl' },
		{ id: 2, name: 'SF Express', code: 'SF' },
		{ id: 3, name: 'By hand' },
	]);
});

it('asks Odoo nothing where no delivery has a carrier', async () => {
	const odoo = odooWithRows({});
	expect((await carriersById(odoo, [])).size).toBe(0);
	expect(odoo.calls).toEqual([]);
});
