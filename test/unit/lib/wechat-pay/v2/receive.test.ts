import { EVENTS } from '../../../../../lib/wechat-pay/notification/notification';
import {
	receiveNotification,
	type Received,
	type Recipient,
} from '../../../../../lib/wechat-pay/receive-notification';
import type { PreparedRequest } from '../../../../../sandbox/index';
import { lowerCase, NOW, openMerchant, verdict, type Merchant } from '../merchant';

let merchant: Merchant;
beforeAll(async () => {
	merchant = await openMerchant();
});
afterAll(async () => merchant.sandbox.stop());

const receive = ({ body, headers }: PreparedRequest, change: Partial<Recipient> = {}): Received => {
	const recipient = {
		...merchant.account,
		linesFrom: 'attach' as const,
		events: EVENTS,
		...change,
	};
	return receiveNotification(Buffer.from(body), lowerCase(headers), recipient, NOW);
};

const pay = (order = {}) =>
	merchant.sandbox.pay({ total: 24_800, attach: 'TEE-RED-M*1', ...order });
const prepare: Merchant['sandbox']['prepareNotification'] = (...args) =>
	merchant.sandbox.prepareNotification(...args);

describe('APIv2', () => {
	const v2 = (options = {}) => prepare(pay(), { as: 'v2', ...options });

	it('is refused without its key in the credential', () => {
		expect(verdict(receive(v2(), { apiV2Key: undefined }))).toBe('401 WECHAT_V2_KEY_MISSING');
	});

	it('is taken only with the type of signature that the credential names', () => {
		const hmac = v2({ signType: 'HMAC-SHA256' });
		expect(verdict(receive(hmac))).toBe('401 WECHAT_V2_SIGNATURE_INVALID');
		expect(verdict(receive(hmac, { apiV2SignType: 'HMAC-SHA256' }))).toBe('payment');
		expect(verdict(receive(v2(), { apiV2SignType: 'HMAC-SHA256' }))).toBe(
			'401 WECHAT_V2_SIGNATURE_INVALID',
		);
	});

	it('is refused without a signature, and when it is no flat XML', () => {
		const { headers, body } = v2();
		const unsigned = body.replace(/<sign>.*<\/sign>/, '');
		expect(verdict(receive({ headers, body: unsigned }))).toBe('401 WECHAT_V2_SIGNATURE_INVALID');
		const typed = `<!DOCTYPE xml>${body}`;
		expect(verdict(receive({ headers, body: typed }))).toBe('400 WECHAT_XML_REFUSED');
	});

	it('starts nothing for a payment that failed', () => {
		const fields = { return_code: 'SUCCESS', result_code: 'FAIL', mch_id: merchant.account.mchid };
		expect(verdict(receive(v2({ resource: fields })))).toBe('ignored');
	});

	it('gets its coupons in the form of APIv3', () => {
		const promotion_detail = [{ coupon_id: 'C1', type: 'NOCASH' as const, amount: 800 }];
		expect(receive(prepare(pay({ promotion_detail }), { as: 'v2' }))).toMatchObject({
			items: [
				{
					total_fen: 24_800,
					payer_total_fen: 24_000,
					promotion_detail: [{ coupon_id: 'C1', type: 'NO_CASH', amount: 800 }],
				},
			],
		});
	});

	it('is a payment without the fields that nobody needs', () => {
		const { out_trade_no, mchid } = pay();
		const fields = {
			...{ return_code: 'SUCCESS', result_code: 'SUCCESS', mch_id: mchid, out_trade_no },
			...{ total_fee: '100', coupon_count: '1', coupon_fee_0: '', time_end: 'soon' },
		};
		expect(receive(v2({ resource: fields }))).toMatchObject({
			items: [{ mchid, out_trade_no, transaction_id: out_trade_no, total_fen: 100 }],
		});
	});

	it('keeps the rate and what the buyer got back', () => {
		const exchange_rate = { type: 'USERPAYMENT_RATE', rate: 650_000_000 };
		const order = { total: 1000, currency: 'USD', payer_currency: 'CNY', payer_total: 6500 };
		const payment = pay({ ...order, exchange_rate });
		expect(receive(prepare(payment, { as: 'v2' }))).toMatchObject({
			items: [{ amount: { currency: 'USD', payer_currency: 'CNY', exchange_rate } }],
		});
		const refund = merchant.sandbox.refund(payment, { refund: 500 });
		expect(receive(prepare(refund, { as: 'v2' }))).toMatchObject({
			items: [{ amount: { refund: 500, payer_refund: 3250 } }],
		});
	});

	it('reads single-item discounts from JSON text inside the XML', () => {
		const good = { goods_id: 'TEE', quantity: 2, unit_price: 500, discount_amount: 10 };
		const promotion_detail = [
			{ coupon_id: 'C1', amount: 10, merchant_contribute: 10, goods_detail: [good] },
		];
		const payment = pay({ total: 1000, promotion_detail });
		const received = receive(prepare(payment, { as: 'v2' }), { linesFrom: 'promotion_detail' });
		expect(received).toMatchObject({
			items: [
				{
					lines: [{ sku: 'TEE', quantity: 2, unit_price_fen: 500 }],
					promotion_detail: [{ coupon_id: 'C1', merchant_contribute: 10 }],
				},
			],
		});
	});

	it('gives an item for each order of a combined one', () => {
		const [one, other] = [pay(), { ...pay(), mchid: '1900000222' }];
		const combined = merchant.sandbox.combine([one, other]);
		expect(receive(prepare(combined, { as: 'v2' }))).toMatchObject({
			kind: 'payment',
			items: [
				{ mchid: one.mchid, out_trade_no: one.out_trade_no, trade_type: 'JSAPI' },
				{ mchid: '1900000222', out_trade_no: other.out_trade_no, total_fen: 24_800 },
			],
			problems: [],
		});
		const stranger = { ...merchant.account, mchid: '1900000999' };
		expect(verdict(receive(prepare(combined, { as: 'v2' }), stranger))).toBe(
			'500 WECHAT_MERCHANT_MISMATCH',
		);
	});
});
