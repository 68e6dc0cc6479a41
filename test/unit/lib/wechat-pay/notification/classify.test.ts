import {
	classify,
	isOtherProduct,
	isUnpaid,
} from '../../../../../lib/wechat-pay/notification/classify';

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
