import {
	awaitsRefund,
	readOrderRefunds,
	unexplained,
} from '../../../../../lib/orders/after-sales/order-refunds';
import { refundedOrder, refundNote, requestNote } from './refunded-order';

const read = async (...order: Parameters<typeof refundedOrder>) =>
	await readOrderRefunds(refundedOrder(...order).odoo, { id: 7, name: 'S1', currency: 'CNY' });

it('knows which refund each credit note belongs to, and which refunds have none', async () => {
	const refunds = await read(
		[{ id: 57 }, { id: 58, xmlid: 'wechat_refund.1900000001_502' }, { id: 59 }],
		[
			...[refundNote('501', '50.00'), refundNote('502', '50.00'), refundNote('503', '1.00')],
			requestNote(57, 'SUCCESS, 50.00 CNY. Refund 501.'),
			requestNote(59, 'PROCESSING, 50.00 CNY.'),
		],
	);
	expect(refunds.creditNotes).toMatchObject([
		{ id: 57, fen: 5000, own: false, refund_id: '501' },
		{ id: 58, own: true, refund_id: '502' },
		{ id: 59, own: false, request: { status: 'PROCESSING' } },
	]);
	expect(unexplained(refunds)).toEqual(['503']);
	expect(refunds.creditNotes.some(awaitsRefund)).toBe(false);
});

it('does not count a cancelled credit note, or a note that a person wrote', async () => {
	const forged = { ...requestNote(57, 'SUCCESS, 50.00 CNY. Refund 501.'), xmlid: 'x.y' };
	const refunds = await read(
		[{ id: 57 }, { id: 58, state: 'cancel', xmlid: 'wechat_refund.1900000001_501' }],
		[refundNote('501', '50.00'), forged],
	);
	expect(unexplained(refunds)).toEqual(['501']);
	expect(refunds.creditNotes.map(awaitsRefund)).toEqual([true, false]);
});
