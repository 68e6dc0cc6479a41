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
});
