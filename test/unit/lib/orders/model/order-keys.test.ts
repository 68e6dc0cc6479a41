import fc from 'fast-check';

import {
	asHold,
	holdExpiry,
	holdReference,
	isShopOrigin,
	numberInOrigin,
	orderExternalId,
	orderOrigin,
	paymentKey,
	wechatValues,
} from '../../../../../lib/orders/model/order-keys';
import { paidOrder } from '../orders';

const nameOf = (out_trade_no: string) => orderExternalId(asHold(paidOrder({ out_trade_no })));

it('tells when a hold ends, to people and to itself', () => {
	const expires = Date.parse('2026-11-22T15:30:00Z');
	expect(holdReference(expires)).toBe('WeChat hold until 2026-11-22 15:30:00 UTC');
	expect(holdExpiry(holdReference(expires))).toBe(expires);
});

it.each(['', '4200002761202611221234567890', 'WeChat hold until tomorrow', 'PO 7'])(
	'takes "%s" for no hold',
	(reference) => expect(holdExpiry(reference)).toBeUndefined(),
);

it.each([
	['2026-12-01T00:30:00+08:00', '2026-11-30 16:30:00'],
	['yesterday', ''],
	[undefined, ''],
])('marks an order paid at %s as paid on "%s"', (success_time, paidOn) => {
	const { payment } = paidOrder(success_time ? { success_time } : {});
	expect(wechatValues({ payment }).x_wechat_paid_on).toBe(paidOn);
});

it('keeps apart two merchants of a service provider with one order number', () => {
	const payment = { out_trade_no: 'SHOP1', transaction_id: 'SHOP1' };
	const keys = [undefined, '1900000109', '1900000110'].flatMap((sub_mchid) => {
		const order = paidOrder({ ...payment, ...(sub_mchid && { sub_mchid }) });
		return [paymentKey(order), paymentKey(asHold(order))];
	});
	expect(new Set(keys).size).toBe(6);
	// Orders of direct merchants keep the external id that they were recorded with.
	expect(keys.slice(0, 2)).toEqual(['1900000001_SHOP1', '1900000001_hold-SHOP1']);
});

it('gives every order number of a shop an external id of its own', () => {
	expect(nameOf('SHOP1')).toBe('wechat_pay.1900000001_hold-SHOP1');
	const numbers = ['A|B', 'A*B', 'A_B', 'A@B', 'A-B', 'A_7c_B'];
	expect(new Set(numbers.map(nameOf)).size).toBe(numbers.length);
	for (const number of numbers) expect(nameOf(number)).toMatch(/^wechat_pay\.[A-Za-z0-9_-]+$/);
});

it('never gives two numbers the same name, whatever their attempts', () => {
	const number = fc.stringMatching(/^[A-Za-z0-9_|*-]{1,12}$/);
	fc.assert(
		fc.property(number, number, fc.integer({ min: 1, max: 12 }), (one, other, attempt) => {
			fc.pre(one !== other);
			const name = (out_trade_no: string, of: number) =>
				paymentKey(asHold(paidOrder({ out_trade_no }), of));
			expect(name(one, attempt)).not.toBe(name(other, 1));
			expect(name(one, attempt)).not.toBe(name(other, attempt));
		}),
	);
});

it('names orders of a WeChat Shop by the shop, and reads the number of either kind', () => {
	const id = '3705115058471208928';
	const payment = { mchid: '', shop_appid: 'wxfedcba9876543210' };
	const order = paidOrder({ ...payment, out_trade_no: id, transaction_id: id });
	expect(orderExternalId(order)).toBe(`wechat_pay.wxfedcba9876543210_${id}`);
	expect(orderOrigin(order)).toBe(`WeChat Shop ${id}`);
	expect([orderOrigin(order), orderOrigin(paidOrder())].map(numberInOrigin)).toEqual([id, 'SHOP1']);
	expect([orderOrigin(order), orderOrigin(paidOrder())].map(isShopOrigin)).toEqual([true, false]);
});
