import { updateRequest } from '../../../../lib/refund-requests/update-request';
import { refundedOrder, requestNote } from '../orders/after-sales/refunded-order';

const PAYMENT = { mchid: '1900000001', out_trade_no: 'SHOP1', transaction_id: '42' };
const RECORD = { creditNote: true, cancelWhenRefunded: true, dryRun: false };
const waiting = {
	...{ attempts: 1, since: '2026-11-28T02:10:00.000Z' },
	...{ next_attempt: '2026-11-28T03:10:00.000Z', give_up: '2026-12-01T02:10:00.000Z' },
};
const update = async (order: ReturnType<typeof refundedOrder>, fields: object) =>
	await updateRequest(order.odoo, { ...PAYMENT, out_refund_no: 'SHOP1-CN57', ...fields }, RECORD);
const requested = () => refundedOrder([{ id: 57 }], [requestNote(57, 'REQUESTED, 50.00 CNY.')]);

it.each<[string, object, object, string]>([
	[
		'is accepted',
		{ refund_status: 'PROCESSING', refund_id: '501' },
		{},
		'PROCESSING, 50.00 CNY. Refund 501.',
	],
	['waits', { refund_status: 'WAITING_FOR_FUNDS', waiting }, {}, 'Asked 1 times since 2026-11-28'],
	[
		'fails',
		{ refund_status: 'WAITING_FOR_FUNDS', waiting, error: { message: 'SIGN_ERROR' } },
		{ status: 'needs_review', refund_status: 'FAILED' },
		'FAILED, 50.00 CNY.',
	],
	[
		'is declined',
		{ refund_status: 'DECLINED' },
		{ status: 'needs_review', reason: expect.stringContaining('declined') },
		'DECLINED, 50.00 CNY.',
	],
])('writes back that a refund %s', async (_, fields, result, text) => {
	const order = requested();
	expect(await update(order, fields)).toMatchObject({
		...{ status: 'recorded', sale_order_id: 7, credit_note_id: 57 },
		...result,
	});
	expect(order.chatter.map(({ body }) => body).join()).toContain(text);
});

it('leaves a paid refund as it is', async () => {
	const order = refundedOrder([{ id: 57 }], [requestNote(57, 'SUCCESS, 50.00 CNY. Refund 501.')]);
	expect(await update(order, { error: 'late' })).toMatchObject({ refund_status: 'SUCCESS' });
	expect(order.chatter[0]?.body).toContain('SUCCESS');
});

it.each([{ out_refund_no: 'SHOP1-R1' }, { refund_status: 'PAID' }])(
	'takes no item that is not the result of a prepared refund: %j',
	async (fields) => {
		const item = { refund_status: 'PROCESSING', ...fields };
		await expect(update(requested(), item)).rejects.toMatchObject({ code: 'NOT_A_REFUND_REQUEST' });
	},
);
