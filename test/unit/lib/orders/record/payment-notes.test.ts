import fc from 'fast-check';

import {
	chatterNote,
	isLineNote,
	lineNotes,
	readLineNote,
} from '../../../../../lib/orders/record/payment-notes';
import { readChatterNote } from '../../../../../lib/orders/record/read-payment-note';
import { paidOrder } from '../orders';

const line = fc.record(
	{
		sku: fc.string({ minLength: 1, maxLength: 30 }).filter((sku) => sku === sku.trim()),
		quantity: fc.integer({ min: 1, max: 999 }),
		unit_price_fen: fc.integer({ min: 0, max: 10_000_000 }),
		product_id: fc.stringMatching(/^[0-9]{1,20}$/),
	},
	{ requiredKeys: ['sku', 'quantity'] },
);

it('the notes of a draft hold its lines as they were received', () => {
	fc.assert(
		fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
			const notes = lineNotes(paidOrder({ lines: lines as never }));
			expect(notes.every(isLineNote)).toBe(true);
			expect(notes.flatMap((note) => readLineNote(note) ?? [])).toEqual(lines);
		}),
	);
});

it('the notes of a person are left alone', () => {
	for (const note of ['SKU comes tomorrow', 'Please pack as a gift', 'Gift × 2']) {
		expect(isLineNote(note)).toBe(false);
	}
});

it.each([
	['as it was written', (html: string) => html],
	['as Odoo cleans it', (html: string) => `<div>${html.replace(/&#60;/g, '&lt;')}</div>`],
])('the chatter tells the payment again, %s', (_, cleaned) => {
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
	expect(readChatterNote(cleaned(chatterNote(order)))).toEqual({
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

it('another message tells no payment', () => {
	expect(readChatterNote('<p>WeChat Pay payment is late, says the buyer</p>')).toBeUndefined();
});
