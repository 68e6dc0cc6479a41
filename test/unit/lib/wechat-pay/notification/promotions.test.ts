import { merchantCoupon } from '../../../../../lib/core/payment-terms';
import { promotionsOf } from '../../../../../lib/wechat-pay/notification/promotions';

describe('the coupons of a payment', () => {
	const contributions = { merchant_contribute: 5, wechatpay_contribute: 3, other_contribute: 1 };
	const goods = { goods_id: 'TEE', quantity: 1 };
	const expected = {
		coupon_id: 'C1',
		stock_id: 'S1',
		...contributions,
		goods_detail: [{ ...goods, unit_price: 100 }],
	};

	it.each([
		['mainland', expected],
		[
			'cross-border notifications',
			{
				promotion_id: 'C1',
				activity_id: 'S1',
				merchant_contribute_amount: 5,
				wechatpay_contribute_amount: 3,
				other_contribute_amount: 1,
				goods_detail: [{ ...goods, price: 100 }],
			},
		],
		[
			'cross-border queries',
			{
				promotion_id: 'C1',
				activity_id: 'S1',
				merchant_contribute_amount: 5,
				wxpay_contribute_amount: 3,
				other_contribute_amount: 1,
				goods_detail: [{ ...goods, price: 100 }],
			},
		],
		[
			'APIv2',
			{
				promotion_id: 'C1',
				activity_id: 'S1',
				merchant_contribute: 5,
				wxpay_contribute: 3,
				other_contribute: 1,
				goods_detail: [{ ...goods, price: 100 }],
			},
		],
	])('have one set of names, whatever the source: %s', (_, given) => {
		expect(promotionsOf([given])).toEqual([expected]);
		expect(merchantCoupon(promotionsOf([given]))).toBe(5);
	});

	it('are none without a list, and odd ones are harmless', () => {
		expect(promotionsOf(undefined)).toBeUndefined();
		expect(promotionsOf('x')).toBeUndefined();
		expect(promotionsOf([null, 42, { goods_detail: [null] }])).toEqual([
			{},
			{},
			{ goods_detail: [null] },
		]);
	});
});
