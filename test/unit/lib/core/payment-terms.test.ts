import { isPaid, merchantCoupon, refundProgress } from '../../../../lib/core/payment-terms';

it.each([
	['SUCCESS', true],
	['REFUND', true],
	['REVOKED', false],
	['CLOSED', false],
	['NOTPAY', false],
	[undefined, false],
])('%s: money came in: %s', (state, paid) => expect(isPaid(state)).toBe(paid));

it.each([
	['SUCCESS', 'refunded'],
	['PROCESSING', 'open'],
	['CHANGE', 'open'],
	['ABNORMAL', 'open'],
	['FAIL', 'failed'],
	['CLOSED', 'failed'],
	['REFUNDCLOSE', 'failed'],
	[undefined, 'open'],
])('a refund in %s is %s', (status, progress) => expect(refundProgress(status)).toBe(progress));

it('adds what the merchant contributes to coupons, mainland and cross-border', () => {
	const promotions = [
		{ merchant_contribute: 300, wechatpay_contribute: 600 },
		{ merchant_contribute_amount: 200 },
		...[{ merchant_contribute: '500' }, { merchant_contribute: -1 }, null],
	];
	expect(merchantCoupon(promotions)).toBe(500);
	expect(merchantCoupon(undefined)).toBe(0);
});
