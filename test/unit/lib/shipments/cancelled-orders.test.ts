import { cancelledOrderWatch } from '../../../../lib/shipments/cancelled-orders';
import { fakeOdoo } from '../odoo/fake-odoo';
import { ORDER, rowsOf } from './odoo-rows';

it('reads a cancelled order with its payment', async () => {
	const odoo = fakeOdoo(rowsOf([]), ['x_wechat_mchid']);
	expect(await cancelledOrderWatch.read(odoo, [ORDER.id])).toEqual([
		{
			id: 7,
			json: {
				transaction_id: '42',
				out_trade_no: 'SHOP1',
				mchid: '1900000001',
				openid: 'o1',
				order: { sale_order_id: 7, name: 'S1', state: 'cancel' },
			},
		},
	]);
	expect(odoo.calls[0]?.params?.domain).toContainEqual(['state', '=', 'cancel']);
});
