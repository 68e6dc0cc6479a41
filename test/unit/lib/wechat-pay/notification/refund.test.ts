import { readRefund, refundStatus } from '../../../../../lib/wechat-pay/notification/refund';

const refund = (more: object = {}) => ({
	...{ mchid: '1900000001', transaction_id: '42', out_trade_no: 'A1' },
	...{ refund_id: '50', out_refund_no: 'R1', refund_status: 'SUCCESS' },
	...{ amount: { total: 200, refund: 50, payer_total: 200, payer_refund: 50 }, ...more },
});
const expected = { mchid: '1900000001' };

it('ends in three ways; anything else has not ended', () => {
	const statuses = ['SUCCESS', 'ABNORMAL', 'CLOSED', 'PROCESSING', undefined, 5];
	expect(statuses.map((refund_status) => refundStatus({ refund_status }))).toEqual([
		...['SUCCESS', 'ABNORMAL', 'CLOSED', undefined, undefined, undefined],
	]);
});

it('reads a refund of the mainland, whose amounts have no currency', () => {
	expect(readRefund(refund(), 'SUCCESS', expected)).toMatchObject({
		...{ mchid: '1900000001', refund_fen: 50, refund: '0.50', refund_status: 'SUCCESS' },
		amount: { currency: 'CNY', payer_refund: 50 },
	});
});

it('reads one of a provider and one across the border', () => {
	const provided = refund({ mchid: undefined, sp_mchid: '1900000001', sub_mchid: '1900000101' });
	expect(readRefund(provided, 'SUCCESS', expected)).toMatchObject({ sub_mchid: '1900000101' });
	const amount = { total: 200, refund: 50, currency: 'JPY', payer_refund: 'odd' };
	const across = readRefund(
		refund({ id: '99', recv_account: 'card', amount }),
		'ABNORMAL',
		expected,
	);
	expect(across).toMatchObject({
		refund: '50',
		transaction_id: '42',
		user_received_account: 'card',
	});
	expect(across.amount).not.toHaveProperty('payer_refund');
});

it.each([
	[{ mchid: '1' }, 'WECHAT_MERCHANT_MISMATCH'],
	[{ amount: {} }, 'WECHAT_TRANSACTION_UNREADABLE'],
	[{ refund_id: '' }, 'WECHAT_TRANSACTION_UNREADABLE'],
])('refuses %p', (more, code) => {
	expect(() => readRefund(refund(more), 'SUCCESS', expected)).toThrow(
		expect.objectContaining({ code }),
	);
});
