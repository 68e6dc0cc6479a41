import {
	readCombined,
	classify,
	isOtherProduct,
	isUnpaid,
} from '../../../../../lib/wechat-pay/notification/combined';

const sub = (number: number, more = {}) => ({
	mchid: `190000010${number}`,
	out_trade_no: `SHOP-${number}`,
	transaction_id: `420000000000000000000000000${number}`,
	trade_state: 'SUCCESS',
	amount: { total_amount: 100 * number, payer_amount: 100 * number, currency: 'CNY' },
	...more,
});
const order = (...sub_orders: unknown[]) => ({
	combine_mchid: '1900000001',
	combine_appid: 'wx0123456789abcdef',
	combine_out_trade_no: 'C-1',
	sub_orders,
});
const expected = { mchid: '1900000001' };

describe('a combined order', () => {
	it('is a payment for each paid sub-order, under its own merchant', () => {
		const unpaid = sub(3, { trade_state: 'NOTPAY' });
		const { payments, problems } = readCombined(order(sub(1), sub(2), unpaid), expected, 'none');
		expect(problems).toEqual([]);
		expect(payments).toMatchObject([
			{ mchid: '1900000101', appid: 'wx0123456789abcdef', total_fen: 100 },
			{ mchid: '1900000102', combine_out_trade_no: 'C-1', total_fen: 200 },
		]);
	});

	it('needs of a sub-order only number and amount', () => {
		const bare = { out_trade_no: 'SHOP-9', amount: { total_amount: 5 } };
		const { payments } = readCombined(
			{ combine_mchid: '1900000001', sub_orders: [bare] },
			expected,
			'none',
		);
		expect(payments).toMatchObject([
			{ mchid: '1900000001', out_trade_no: 'SHOP-9', transaction_id: 'SHOP-9', total: '0.05' },
		]);
	});

	it('gives the others when one sub-order is odd, and fails only when all are', () => {
		const odd = [null, 42, sub(2, { amount: {} }), sub(2, { trade_state: 'NEW' })];
		const { payments, problems } = readCombined(order(...odd, sub(1)), expected, 'none');
		expect(payments).toHaveLength(1);
		expect(problems).toHaveLength(4);
		expect(() => readCombined(order(...odd), expected, 'none')).toThrow(
			expect.objectContaining({ code: 'WECHAT_TRANSACTION_UNREADABLE' }),
		);
	});

	it("refuses the parts of the provider's other merchants when one is expected", () => {
		const [own, other] = [sub(1, { sub_mchid: '1900000101' }), sub(2, { sub_mchid: '1900000102' })];
		const one = { ...expected, subMchid: '1900000101' };
		const { payments, problems } = readCombined(order(own, other), one, 'none');
		expect(payments).toMatchObject([{ out_trade_no: 'SHOP-1', sub_mchid: '1900000101' }]);
		expect(problems).toMatchObject([{ code: 'WECHAT_SUB_MERCHANT_MISMATCH' }]);
		expect(() => readCombined(order(other), one, 'none')).toThrow(
			expect.objectContaining({ code: 'WECHAT_SUB_MERCHANT_MISMATCH' }),
		);
	});
});

const payment = {
	mchid: '1900000001',
	out_trade_no: 'SHOP-1001',
	transaction_id: '4200001234202611220123456789',
	trade_state: 'SUCCESS',
	amount: { total: 100 },
};
const { trade_state, ...untold } = payment;

describe('the content of a notification', () => {
	it.each([
		['payment', payment, 'TRANSACTION.SUCCESS'],
		['payment', payment, 'SOMETHING.NEW'],
		['payment', { ...payment, trade_state: 'REFUND' }, 'TRANSACTION.SUCCESS'],
		['payment', untold, 'TRANSACTION.SUCCESS'],
		['combined', { combine_mchid: '1', sub_orders: [] }, 'TRANSACTION.SUCCESS'],
		['refund', { ...untold, refund_status: 'CLOSED' }, 'REFUND.SUCCESS'],
		['other', { ...untold, refund_status: 'PROCESSING' }, 'REFUND.SUCCESS'],
		['other', { ...payment, trade_state: 'CLOSED' }, 'TRANSACTION.SUCCESS'],
		['other', { ...untold, receiver: {}, out_order_no: 'P1' }, 'TRANSACTION.SUCCESS'],
		['other', { ...untold, debt_state: 'NORMAL' }, 'TRANSACTION.SUCCESS'],
		['other', untold, 'SOMETHING.NEW'],
		['unclear', { ...payment, trade_state: 'NEW' }, 'TRANSACTION.SUCCESS'],
		['unclear', { ...untold, amount: {} }, 'TRANSACTION.SUCCESS'],
		['unclear', untold, 'REFUND.SUCCESS'],
		['unclear', {}, ''],
	])('is %s: %j under %j', (kind, resource, label) => {
		expect(classify(resource, label)).toBe(kind);
	});

	it('is another product by its label alone only where the product is known', () => {
		expect(trade_state).toBe('SUCCESS');
		expect(isOtherProduct('PAYSCORE.USER_PAID')).toBe(true);
		expect(isOtherProduct('COUPON.USE')).toBe(true);
		for (const label of ['TRANSACTION.SUCCESS', 'REFUND.NEW', 'PARKING.NEW', 'PAYSCOREX', '']) {
			expect(isOtherProduct(label)).toBe(false);
		}
		expect(isUnpaid({ trade_state: 'NOTPAY' })).toBe(true);
		expect(isUnpaid({})).toBe(false);
	});
});
