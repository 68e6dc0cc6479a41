import { refundTagWatch } from '../../../../lib/refund-requests/refund-tag-watch';
import { fakeOdoo } from '../odoo/fake-odoo';
import { rowsOf } from '../shipments/odoo-rows';

it('reads a tagged order with its payment, and asks Odoo for the tag again', async () => {
	const odoo = fakeOdoo(rowsOf([], { order: { state: 'sale' } }));
	const [state] = await refundTagWatch.read(odoo, [7]);
	expect(state?.json).toMatchObject({
		out_trade_no: 'SHOP1',
		order: { sale_order_id: 7, name: 'S1', state: 'sale', tag: 'Refund in WeChat' },
	});
	const domain = odoo.calls[0]?.params?.domain;
	expect(domain).toContainEqual(['tag_ids.name', '=', 'Refund in WeChat']);
});
