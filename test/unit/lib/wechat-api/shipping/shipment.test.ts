import {
	orderKey,
	paymentText,
	queryKey,
	readPaymentKey,
} from '../../../../../lib/wechat-api/shipping/shipment';

const byWechat = { transaction_id: '42' };
const byShop = { mchid: '19', out_trade_no: 'A1' };

it('names a payment as each call wants it', () => {
	expect(orderKey(byWechat)).toEqual({ order_number_type: 2, transaction_id: '42' });
	expect(orderKey(byShop)).toEqual({ order_number_type: 1, mchid: '19', out_trade_no: 'A1' });
	expect(queryKey(byShop)).toEqual({ merchant_id: '19', merchant_trade_no: 'A1' });
	expect([byWechat, byShop].map(paymentText)).toEqual(['42', '19/A1']);
});

it("takes WeChat's number where there is one, and asks for both numbers of the shop otherwise", () => {
	expect(readPaymentKey({ ...byShop, transaction_id: '42' })).toEqual(byWechat);
	expect(readPaymentKey(byShop)).toEqual(byShop);
	for (const given of [{}, { mchid: '19' }, { out_trade_no: 'A1' }])
		expect(() => readPaymentKey(given)).toThrow(
			expect.objectContaining({ code: 'PAYMENT_NUMBER_MISSING' }),
		);
});
