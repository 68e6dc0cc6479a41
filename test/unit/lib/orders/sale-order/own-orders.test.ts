import { ownOrders } from '../../../../../lib/orders/sale-order/own-orders';
import { fakeOdoo } from '../../odoo/fake-odoo';
import { odooWithRows } from '../../odoo/odoo-with-rows';

const ROWS = [{ id: 1 }, { id: 2, copied: true }];

it('leaves out copies, which have no external id', async () => {
	const odoo = odooWithRows({ 'sale.order': ROWS });
	expect(await ownOrders(odoo, ROWS)).toEqual([{ id: 1 }]);
	expect(odoo.calls).toHaveLength(1);
	expect(await ownOrders(odoo, [])).toEqual([]);
	expect(odoo.calls).toHaveLength(1);
});

it('leaves out an order that only another tool has named', async () => {
	const odoo = fakeOdoo(() => [{ id: 1, xmlids: [{ xmlid: '__export__.sale_order_1_abc' }] }]);
	expect(await ownOrders(odoo, [{ id: 1 }])).toEqual([]);
});

it('reads the external ids of Odoo 14, whose metadata is of one record only', async () => {
	const named = { id: 9, res_id: 1, complete_name: 'wechat_pay.1900000001_42' };
	const odoo = fakeOdoo(({ model }) =>
		model === 'ir.model.data' ? [named] : ROWS.map(({ id }) => ({ id, xmlid: false })),
	);
	expect(await ownOrders(odoo, ROWS)).toEqual([{ id: 1 }]);
});
