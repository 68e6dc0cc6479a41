import { shipmentWatch } from '../../../../lib/shipments/shipment-watch';
import { fakeOdoo } from '../odoo/fake-odoo';
import { picking, rowsOf } from './odoo-rows';

it('reads all finished deliveries of the orders of changed deliveries', async () => {
	const odoo = fakeOdoo(rowsOf([picking(1), picking(2)]), ['quantity', 'phone']);
	const states = await shipmentWatch('').read(odoo, [1]);
	expect(states.map(({ id }) => id)).toEqual([1, 2]);
	expect(states[0]?.json).toMatchObject({ shipment: { name: 'WH/OUT/1', backorder: true } });
});
