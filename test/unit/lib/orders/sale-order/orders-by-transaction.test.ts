import { ordersByTransaction } from '../../../../../lib/orders/sale-order/orders-by-transaction';
import { fakeOdoo } from '../../odoo/fake-odoo';

it('searches 500 different transactions at a time, archived orders included', async () => {
	const odoo = fakeOdoo((_, index) => [{ id: index }]);
	const ids = Array.from({ length: 501 }, (_, index) => String(index));
	const rows = await ordersByTransaction(odoo, [...ids, '0'], ['name'], [['state', '=', 'sale']]);
	expect(rows).toEqual([{ id: 0 }, { id: 1 }]);
	expect(odoo.calls[1]).toMatchObject({
		params: {
			domain: [
				['client_order_ref', 'in', ['500']],
				['state', '=', 'sale'],
			],
		},
		context: { active_test: false },
	});
});
