import { prepareRefund } from '../../../../lib/refund-requests/prepare-refund';
import { PAYMENT_NOTE, refundedOrder } from '../orders/after-sales/refunded-order';
import { callsOf } from '../odoo/odoo-with-rows';

const OPTIONS = { withoutApprovalUpTo: 49.99, dryRun: false };

it('numbers a refund by its credit note, notes it, and asks a person above the limit', async () => {
	const { odoo, chatter } = refundedOrder([{ id: 57 }], [PAYMENT_NOTE]);
	const { payment, prepared } = await prepareRefund(
		odoo,
		{ orderId: 7, creditNoteId: 57 },
		OPTIONS,
	);
	expect(payment).toEqual({ mchid: '1900000001', out_trade_no: 'SHOP1', transaction_id: '42' });
	expect(prepared).toMatchObject({
		...{ status: 'ready', out_refund_no: 'SHOP1-CN57', approval: true },
		...{ refund_fen: 5000, refund: '50.00', paid_fen: 10_000 },
	});
	expect(chatter.at(-1)).toMatchObject({
		...{ model: 'account.move', res_id: 57 },
		body: '<p>WeChat refund request SHOP1-CN57: APPROVAL, 50.00 CNY.</p>',
	});
});

it('makes an activity on the credit note of what is too much, and writes nothing in a preview', async () => {
	const { odoo } = refundedOrder([{ id: 57, amount_total: 100.01 }], [PAYMENT_NOTE]);
	const what = { orderId: 7, creditNoteId: 57 };
	const preview = await prepareRefund(odoo, what, { ...OPTIONS, dryRun: true });
	expect(preview.prepared).toMatchObject({ status: 'needs_review', dry_run: true });
	expect(odoo.calls.some(({ method }) => method === 'load')).toBe(false);
	await prepareRefund(odoo, what, OPTIONS);
	const [activity] = callsOf(odoo, 'mail.activity load');
	expect(activity?.params?.data).toEqual([
		expect.arrayContaining(['account.model_account_move', '57']),
	]);
});

it('refunds nothing of an order whose payment is not known', async () => {
	const { odoo } = refundedOrder([{ id: 57 }]);
	await expect(prepareRefund(odoo, { orderId: 7 }, OPTIONS)).rejects.toMatchObject({
		code: 'ODOO_PAYMENT_NOTE_MISSING',
	});
});
