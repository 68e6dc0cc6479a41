import { cancelledOrderWatch } from '../../../../lib/shipments/cancelled-orders';
import { fakeOdoo } from '../odoo/fake-odoo';
import { ORDER, rowsOf } from './odoo-rows';
import { RESET_STARTED } from '../../../../lib/orders/sale-order/cancel-orders';

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

describe('An order that is reset to a quotation', () => {
	const start = { id: 1, model: 'sale.order', res_id: 7, body: `<p>${RESET_STARTED}</p>` };
	/** @param states of the order, one for each time they are read */
	const odoo = (states: string[], ended: string[]) => {
		const others = rowsOf([]);
		return fakeOdoo((call) => {
			const { model, method, params } = call;
			if (method === 'check_object_reference') {
				const found = ended.some((end) => String(params?.xml_id).endsWith(end));
				return found ? ['mail.message', 2] : [];
			}
			if (model === 'mail.message') {
				if (method !== 'get_metadata') return [start];
				return [{ id: 1, xmlids: [{ xmlid: 'wechat_pay.1900000001_42_to_quotation' }] }];
			}
			const isState = JSON.stringify(params?.domain ?? '').includes('"state"');
			if (isState) return states.shift() === 'cancel' ? [ORDER] : [];
			return others(call);
		});
	};
	const emitted = async (states: string[], ended: string[]) =>
		(await cancelledOrderWatch.read(odoo(states, ended), [ORDER.id])).length;

	it('is no cancelled order on its way', async () => {
		expect(await emitted(['cancel', 'cancel'], [])).toBe(0);
	});

	it('is none if the reset ends meanwhile', async () => {
		expect(await emitted(['cancel', 'draft'], ['_decided'])).toBe(0);
	});

	it('is one if it was cancelled afterwards, or for good', async () => {
		expect(await emitted(['cancel', 'cancel'], ['_decided'])).toBe(1);
		expect(await emitted(['cancel', 'cancel'], ['_cancelled'])).toBe(1);
	});
});
