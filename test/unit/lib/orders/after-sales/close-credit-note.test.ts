import { closeCreditNote } from '../../../../../lib/orders/after-sales/close-credit-note';
import type { OrderState } from '../../../../../lib/orders/sale-order/order-state';
import { refundedOrder, refundNote, requestNote } from './refunded-order';

const ORDER = { id: 7, name: 'S1' } as OrderState;

/** @param out_refund_no of a refund of 50.00 */
const close = async (order: ReturnType<typeof refundedOrder>, out_refund_no?: string) =>
	await closeCreditNote(
		order.odoo,
		{
			...{ mchid: '1900000001', out_trade_no: 'SHOP1', transaction_id: '42', refund_id: '501' },
			...{ refund_status: 'SUCCESS', refund_fen: 5000, total_fen: 10_000, currency: 'CNY' },
			...(out_refund_no && { out_refund_no }),
		},
		ORDER,
	);
const noted = [refundNote('501', '50.00')];

it('closes the credit note that asked for the refund, also another time', async () => {
	const order = refundedOrder([{ id: 56 }, { id: 57 }], noted);
	const closed = { id: 57, state: 'posted', total: '50.00' };
	expect(await close(order, 'SHOP1-CN57')).toEqual(closed);
	expect(await close(order, 'SHOP1-CN57')).toEqual(closed);
	expect(order.chatter.map(({ body }) => body).join()).toContain('SHOP1-CN57: SUCCESS, 50.00 CNY');
});

it('closes the oldest posted credit note of the same amount, if the refund began in WeChat', async () => {
	const notes = [{ id: 55, amount_total: 49 }, { id: 56, state: 'draft' }, { id: 57 }, { id: 58 }];
	expect(await close(refundedOrder(notes, noted))).toMatchObject({ id: 57 });
});

it.each<[string, Parameters<typeof refundedOrder>[0][number], string, string]>([
	['of another amount', { id: 57, amount_total: 49 }, '', ''],
	['whose own refund is on its way', { id: 57 }, 'PROCESSING, 50.00 CNY.', ''],
	[
		'that another refund has closed',
		...([{ id: 57 }, 'SUCCESS, 50.00 CNY. Refund 500.', 'SHOP1-CN57'] as const),
	],
	['that was cancelled', { id: 57, state: 'cancel' }, '', 'SHOP1-CN57'],
])('leaves alone a credit note %s', async (_, note, request, number) => {
	const notes = request ? [requestNote(57, request)] : [];
	const order = refundedOrder([note], [...noted, ...notes]);
	expect(await close(order, number)).toBeUndefined();
});
