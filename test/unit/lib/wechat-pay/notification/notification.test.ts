import {
	complained,
	EVENTS,
	ignored,
	isSelected,
	paid,
	type Recipient,
	promotionsOf,
} from '../../../../../lib/wechat-pay/notification/notification';
import { merchantCoupon } from '../../../../../lib/core/payment-terms';

const receipt = {
	id: 'E1',
	event_type: 'TRANSACTION.SUCCESS',
	create_time: '',
	api: 'v3' as const,
};

it('starts a workflow for payments, unless other events are chosen', () => {
	const recipient = {} as Recipient;
	expect(EVENTS.filter((event) => isSelected(event, recipient))).toEqual(['TRANSACTION.SUCCESS']);
	const chosen = { events: ['REFUND.CLOSED'] } as unknown as Recipient;
	expect(EVENTS.filter((event) => isSelected(event, chosen))).toEqual(['REFUND.CLOSED']);
});

it('has an item with the receipt for each payment', () => {
	const payments = ['1', '2'].map((transaction_id) => ({ transaction_id }));
	expect(paid(payments as never, receipt)).toEqual({
		...{ kind: 'payment', api: 'v3', problems: [] },
		items: payments.map((payment) => ({ ...payment, notification: receipt })),
	});
	expect(complained({ complaint_id: 'C' } as never, receipt)).toMatchObject({
		items: [{ complaint_id: 'C', notification: receipt }],
	});
	expect(ignored('X', 'v2')).toEqual({ kind: 'ignored', event_type: 'X', api: 'v2' });
});

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
