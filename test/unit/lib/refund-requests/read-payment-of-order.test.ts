import { readPaymentOfOrder } from '../../../../lib/refund-requests/read-payment-of-order';
import { PAYMENT_NOTE, refundedOrder } from '../orders/after-sales/refunded-order';

it('reads what was paid from the note of this package, and no other', async () => {
	expect(await readPaymentOfOrder(refundedOrder([], [PAYMENT_NOTE]).odoo, 7)).toMatchObject({
		...{ mchid: '1900000001', transaction_id: '42', total_fen: 10_000, currency: 'CNY' },
	});
	const byHand = { ...PAYMENT_NOTE, xmlid: 'other.note' };
	expect(await readPaymentOfOrder(refundedOrder([], [byHand]).odoo, 7)).toBeUndefined();
});
