import { paymentNote } from '../../../../../lib/orders/record/payment-notes';
import { readPaymentNote } from '../../../../../lib/orders/record/read-payment-note';
import { paidOrder } from '../orders';

it.each([
	['as it was written', (html: string) => html],
	['as Odoo cleans it', (html: string) => `<div>${html.replace(/&#60;/g, '&lt;')}</div>`],
])('reads the payment of a note, %s', (_, cleaned) => {
	const order = {
		...paidOrder({
			out_trade_no: 'SHOP-1<2',
			sub_mchid: '1900000109',
			success_time: '2026-11-22T21:29:35+08:00',
			total_fen: 25_800,
		}),
		shippingFen: 1000,
		discountFen: 500,
		merchantCouponFen: 300,
	};
	expect(readPaymentNote(cleaned(paymentNote(order)))).toEqual({
		transaction_id: order.payment.transaction_id,
		mchid: order.payment.mchid,
		sub_mchid: '1900000109',
		appid: order.payment.appid,
		out_trade_no: 'SHOP-1<2',
		total_fen: 25_800,
		currency: 'CNY',
		success_time: '2026-11-22T21:29:35+08:00',
		shipping_fen: 1000,
		discount_fen: 500,
		merchant_coupon_fen: 300,
	});
});

it.each([
	['another message', '<p>WeChat Pay payment is late, says the buyer</p>'],
	['a payment without an amount', '<p>WeChat Pay payment 42 of merchant 1900000001</p>'],
	[
		'an amount of another form',
		'<p>WeChat Pay payment 42 of merchant 1</p><p>Order number of the shop: 1</p><p>Amount: 1.0.0 CNY</p>',
	],
	['a note that is too long', paymentNote(paidOrder()) + ' '.repeat(10_000)],
])('reads no payment in %s', (_, html) => {
	expect(readPaymentNote(html)).toBeUndefined();
});
