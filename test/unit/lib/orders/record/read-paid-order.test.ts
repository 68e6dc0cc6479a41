import { orderExternalId } from '../../../../../lib/orders/model/order-keys';
import { readHoldOrder, readPaidOrder } from '../../../../../lib/orders/record/read-paid-order';
import { paidOrder } from '../orders';

const item = (change: Record<string, unknown> = {}) => {
	const { payment, mapping } = paidOrder();
	return { ...payment, mapping, trade_state: 'SUCCESS', ...change };
};

it('reads what an order needs, and nothing else', () => {
	const order = readPaidOrder(
		item({ payer: { openid: 'o1' }, amount: { currency: 'CNY', total: 24800 }, attach: 'x' }),
	);
	expect(order.payment).toEqual({
		...paidOrder().payment,
		payer: { openid: 'o1' },
		amount: { currency: 'CNY' },
	});
	expect(order.mapping?.lines).toHaveLength(2);
});

it('takes a payment without mapping, payer and lines: it was paid all the same', () => {
	const bare = readPaidOrder(item({ mapping: undefined, lines: undefined, lines_problem: 'none' }));
	expect(bare.payment).toMatchObject({ lines: [], lines_problem: 'none' });
	expect(bare).not.toHaveProperty('mapping');
});

it('reads a payment that was refunded before it was recorded: the money came in', () => {
	expect(readPaidOrder(item({ trade_state: 'REFUND' }))).toMatchObject({ refundStarted: true });
	expect(readPaidOrder(item())).not.toHaveProperty('refundStarted');
});

it.each([
	['mchid', ''],
	['transaction_id', undefined],
	// A 28-digit id that has become a number has lost its last digits.
	['transaction_id', 4.2000027612026112e27],
	['out_trade_no', null],
	['total_fen', '24800'],
	['total_fen', 248.5],
	['total_fen', -1],
	['trade_state', 'REVOKED'],
	['trade_state', 'CLOSED'],
	['trade_state', 'NOTPAY'],
	['mapping', 'mapped'],
	['mapping', { status: 'mapped', lines: [] }],
	['mapping', { status: 'mapped', lines: [{ product_id: 1.5, quantity: 1 }] }],
	['mapping', { status: 'mapped', lines: [{ product_id: 1, quantity: 0 }] }],
	['mapping', { status: 'mapped', lines: [{ product_id: 1, quantity: 1, unit_price_fen: 0.1 }] }],
])('names %s when it is %p', (field, value) => {
	expect(() => readPaidOrder(item({ [field]: value }))).toThrow(
		expect.objectContaining({
			code: 'NOT_A_PAYMENT',
			message: expect.stringContaining(field),
		}),
	);
});

it('reads what the shop adds: shipping, discount, contact, address, and the merchant’s part of coupons', () => {
	const { payment, ...rest } = readPaidOrder(
		item({
			payer: { openid: 'o1', unionid: 'u1' },
			payer_total_fen: 100,
			shipping_fen: 1000,
			discount_fen: 500,
			promotion_detail: [
				{ amount: 900, merchant_contribute: 300, wechatpay_contribute: 600 },
				{ amount: 100, merchant_contribute: 100 },
				{ amount: 100 },
			],
			contact: { name: ' Buyer ', phone: 7 },
			address: 'Lane 1',
		}),
	);
	expect(payment).toMatchObject({ payer: { unionid: 'u1' }, payer_total_fen: 100 });
	expect(rest).toMatchObject({
		shippingFen: 1000,
		discountFen: 500,
		merchantCouponFen: 400,
		contact: { name: 'Buyer' },
		address: { text: 'Lane 1' },
	});
});

it.each([-1, 1.5, '10', undefined])('leaves out a shipping fee of %p', (fee) => {
	expect(readPaidOrder(item({ shipping_fen: fee, address: {} }))).not.toHaveProperty('shippingFen');
});

it('reads a payment of 0: it becomes a draft', () => {
	expect(readPaidOrder(item({ total_fen: 0 })).payment.total_fen).toBe(0);
});

const UNPAID = { mchid: '1900000001', out_trade_no: 'SHOP1', total_fen: 100 };

it('reads an order before its payment, and names what is wrong with one', () => {
	const order = readHoldOrder({ ...UNPAID, trade_state: 'NOTPAY' });
	expect(order.payment).toMatchObject({ out_trade_no: 'SHOP1', total_fen: 100 });
	const wrong = () => readHoldOrder({ ...UNPAID, total_fen: '1.00', out_trade_no: 7 });
	expect(wrong).toThrow(
		expect.objectContaining({
			code: 'NOT_AN_ORDER',
			message: expect.stringContaining('out_trade_no, total_fen'),
		}),
	);
});

it('reads what a shop knows of an order, and ignores fields that are wrong', () => {
	const details = {
		recipient: { name: '收件人', country: 'CN', province: '广东省', street: '1 号' },
		address: { street: 'another one' },
		...{ remark: ' Please ring\ntwice ', is_gift: true, invoice_title: 'A company' },
		...{ campaign: 'lilys-list', medium: 'Mini Program', source: 'Live', sales_team: 'WeChat' },
		...{ expected_delivery: '2026-11-25', merchant_coupon_fen: 300 },
	};
	const { payment, mapping, ...rest } = readPaidOrder(item(details));
	expect(rest).toEqual({
		address: { name: '收件人', country: 'CN', province: '广东省', street: '1 号' },
		channel: { campaign: 'lilys-list', medium: 'Mini Program', source: 'Live', team: 'WeChat' },
		...{ remark: 'Please ring twice', isGift: true, invoiceTitle: 'A company' },
		...{ expectedDelivery: '2026-11-25 12:00:00', merchantCouponFen: 300 },
	});
	const wrong = Object.fromEntries(Object.keys(details).map((name) => [name, 5]));
	expect(readPaidOrder(item({ ...wrong, merchant_coupon_fen: 'x' }))).toEqual({ payment, mapping });
});

it.each(['2026-13-01', 'soon', '0026-11-25', ''])('takes %j for no day of delivery', (day) => {
	expect(readPaidOrder(item({ expected_delivery: day }))).not.toHaveProperty('expectedDelivery');
});

it("believes WeChat's own word on coupons before that of the shop", () => {
	const promotion_detail = [{ merchant_contribute: 200 }];
	const order = readPaidOrder(item({ promotion_detail, merchant_coupon_fen: 300 }));
	expect(order.merchantCouponFen).toBe(200);
});

it('reads an order of a WeChat Shop, whose payment has no merchant', () => {
	const shop = { mchid: '', shop_appid: 'wxshop', shop_order_id: '3720000000000000001' };
	const { payment } = readPaidOrder(item({ ...shop, out_trade_no: undefined }));
	expect(payment).toMatchObject({ mchid: '', out_trade_no: shop.shop_order_id });
	expect(orderExternalId({ payment })).toBe('wechat_pay.wxshop_4200002761202611221234567890');
	expect(() => readPaidOrder(item({ mchid: '' }))).toThrow('check mchid');
});
