import { orderNames } from '../../../../../lib/orders/sale-order/order-names';
import { fakeOdoo } from '../../odoo/fake-odoo';
import { rowsOf } from '../../shipments/odoo-rows';

const names = async (order: object, buyer: object = {}) => {
	const found = await orderNames(fakeOdoo(rowsOf([], { order, buyer }), ['x_wechat_mchid']), [7]);
	return found.get(7);
};

it('names payment, shop number, merchant and buyer of an order', async () => {
	expect(await names({})).toEqual({
		...{ sale_order_id: 7, name: 'S1', transaction_id: '42', out_trade_no: 'SHOP1' },
		...{ mchid: '1900000001', openid: 'o1' },
	});
});

it('leaves out an unpaid hold, and takes no payment for a buyer', async () => {
	const hold = { client_order_ref: 'WeChat hold until 2026-11-22 15:30:00 UTC' };
	expect(await names(hold)).toBeUndefined();
	expect(await names({}, { ref: 'wechat_42' })).not.toHaveProperty('openid');
});
