import { readRefundItem, refundExternalId } from '../../../../../lib/orders/after-sales/refund';

const ITEM = {
	mchid: '1900000001',
	out_trade_no: 'SHOP1',
	transaction_id: '42',
	refund_id: '50',
	refund_status: 'SUCCESS',
	refund_fen: 100,
	amount: { total: 300, currency: 'HKD', refund: 100 },
	attach: 'x',
};

it('reads what Odoo needs of a refund', () => {
	const refund = readRefundItem(ITEM);
	const { amount, attach, ...ids } = ITEM;
	expect(refund).toEqual({ ...ids, total_fen: 300, currency: 'HKD' });
	expect(readRefundItem({ ...ITEM, amount: { total: 300 } }).currency).toBe('CNY');
	expect(refundExternalId(refund)).toBe('wechat_refund.1900000001_50');
	const ofProvider = readRefundItem({ ...ITEM, sub_mchid: '1900000109' });
	expect(refundExternalId(ofProvider)).toBe('wechat_refund.1900000001_1900000109_50');
	expect([amount, attach]).toBeDefined();
});

it('needs no total of a refund from an acquirer, whose events do not say it', () => {
	const item = { ...ITEM, amount: { currency: 'HKD', refund: 100 }, acquirer: { name: 'stripe' } };
	expect(readRefundItem(item)).not.toHaveProperty('total_fen');
});

it("reads when an acquirer's event was made, and whether it says that it is of WeChat Pay", () => {
	const notification = { create_time: '2026-11-21T03:00:00Z' };
	const of = (method?: string) =>
		readRefundItem({ ...ITEM, notification, acquirer: { name: 'stripe', method } });
	expect(of('wechat_pay')).toMatchObject({ isWechat: true, announced: notification.create_time });
	expect(of('card')).not.toHaveProperty('isWechat');
	expect(of()).not.toHaveProperty('isWechat');
	expect(readRefundItem({ ...ITEM, notification })).not.toHaveProperty('announced');
});

it.each([
	['transaction_id', 42],
	['refund_id', ''],
	['refund_status', 'PROCESSING'],
	['refund_fen', 0],
	['refund_fen', '100'],
	['amount', {}],
])('names %s when it is %p', (field, value) => {
	expect(() => readRefundItem({ ...ITEM, [field]: value })).toThrow(
		expect.objectContaining({ code: 'NOT_A_REFUND', message: expect.stringContaining(field) }),
	);
});
