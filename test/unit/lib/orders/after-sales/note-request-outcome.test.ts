import { noteRequestOutcome } from '../../../../../lib/orders/after-sales/note-request-outcome';
import { refundedOrder, requestNote } from './refunded-order';

const outcome = async (
	order: ReturnType<typeof refundedOrder>,
	refund_status: 'SUCCESS' | 'ABNORMAL',
	out_refund_no = 'SHOP1-CN57',
) =>
	await noteRequestOutcome(
		order.odoo,
		{
			...{ mchid: '1900000001', out_trade_no: 'SHOP1', transaction_id: '42', refund_id: '501' },
			...{ refund_status, refund_fen: 5000, total_fen: 10_000, currency: 'CNY', out_refund_no },
		},
		7,
	);

it('notes how a requested refund ended, and never that a paid one was not', async () => {
	const order = refundedOrder([{ id: 57 }], [requestNote(57, 'PROCESSING, 50.00 CNY.')]);
	for (const status of ['ABNORMAL', 'SUCCESS', 'ABNORMAL'] as const) await outcome(order, status);
	expect(order.chatter.map(({ body }) => body)).toEqual([
		'<p>WeChat refund request SHOP1-CN57: SUCCESS, 50.00 CNY. Refund 501.</p>',
	]);
});

it('takes the tag off an order whose refund was requested by it', async () => {
	const note = { ...requestNote(57, 'PROCESSING, 50.00 CNY.'), model: 'sale.order' as const };
	const order = refundedOrder([], [{ ...note, res_id: 7, xmlid: 'wechat_refund.request_rq7' }]);
	await outcome(order, 'SUCCESS', 'SHOP1-RQ');
	expect(order.odoo.calls.some(({ model }) => model === 'crm.tag')).toBe(true);
});

it('changes nothing for a refund that began in WeChat', async () => {
	const order = refundedOrder([{ id: 57 }]);
	await outcome(order, 'SUCCESS', '50300000001');
	expect(order.odoo.calls).toEqual([]);
});
