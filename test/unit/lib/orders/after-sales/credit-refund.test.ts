import { creditRefund } from '../../../../../lib/orders/after-sales/credit-refund';
import type { RefundToRecord } from '../../../../../lib/orders/after-sales/refund';
import type { OrderState } from '../../../../../lib/orders/sale-order/order-state';
import { callsOf } from '../../odoo/odoo-with-rows';
import { refundedOrder, refundNote } from './refunded-order';

const REFUND: RefundToRecord = {
	...{ mchid: '1900000001', out_trade_no: 'SHOP1', transaction_id: '42', refund_id: '501' },
	...{ refund_status: 'SUCCESS', refund_fen: 5000, total_fen: 10_000, currency: 'CNY' },
};
const ORDER = { id: 7, name: 'S1', amountTax: '0' } as OrderState;

it.each<[string, number[], boolean, number]>([
	['closes the credit note that waits for it', [57], true, 0],
	['creates one where none waits', [], true, 1],
	['creates none where none is wanted', [], false, 0],
])('%s', async (_, ids, creditNote, created) => {
	const { odoo } = refundedOrder(
		ids.map((id) => ({ id })),
		[refundNote('501', '50.00')],
	);
	await creditRefund(odoo, REFUND, ORDER, { creditNote });
	expect(callsOf(odoo, 'account.move load')).toHaveLength(created);
});
