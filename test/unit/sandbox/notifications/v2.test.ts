import { createDecipheriv, createHash, createHmac } from 'node:crypto';

import type { Payment, Sandbox } from '../../../../sandbox';
import { sharedSandbox } from '../../../support/shared-sandbox';
import { failureOfAnswer } from '../../../../sandbox/delivery/post';
import { encryptEcb, signFields } from '../../../../sandbox/keys/v2';
import { readXml, writeXml } from '../../../../sandbox/core/xml';
import { ecb, sign } from '../../vectors/v2.json';
import { receive } from '../receiver';

let sandbox: Sandbox;
let payment: Payment;

beforeAll(async () => {
	sandbox = await sharedSandbox({ sleep: async (_ms, stopped) => stopped.throwIfAborted() });
	payment = sandbox.pay({
		total: 100,
		attach: '红<&>]]>',
		success_time: '2026-11-22T21:29:35+08:00',
	});
});
afterAll(async () => sandbox.stop());

test("signs and encrypts as WeChat's published examples do", () => {
	expect(signFields({ ...sign.fields, sign: 'x', attach: '' }, sign.key, 'MD5')).toBe(sign.md5);
	expect(signFields(sign.fields, sign.key, 'HMAC-SHA256')).toBe(sign.hmacSha256);
	expect(encryptEcb(ecb.plaintext, ecb.key)).toBe(ecb.ciphertext);
});

test.each(['MD5', 'HMAC-SHA256'] as const)('a payment is XML signed with %s', (signType) => {
	const { headers, body } = sandbox.prepareNotification(payment, { as: 'v2', signType });
	expect(headers['Content-Type']).toBe('text/xml');
	expect(Object.keys(headers).filter((name) => /wechatpay/i.test(name))).toEqual([]);
	expect(body).toMatch(/^<xml>\n<appid><!\[CDATA\[wx\w+\]\]><\/appid>\n/);
	expect(body).toContain('<total_fee>100</total_fee>');
	const { sign: signature, ...fields } = readXml(body)!;
	expect(fields).toEqual({
		appid: sandbox.merchant.appid,
		attach: '红<&>]]>',
		bank_type: 'OTHERS',
		cash_fee: '100',
		fee_type: 'CNY',
		is_subscribe: 'N',
		mch_id: sandbox.merchant.mchid,
		nonce_str: expect.stringMatching(/^\w{32}$/) as string,
		openid: payment.payer.openid,
		out_trade_no: payment.out_trade_no,
		result_code: 'SUCCESS',
		return_code: 'SUCCESS',
		...(signType === 'MD5' ? {} : { sign_type: signType }),
		time_end: '20261122212935',
		total_fee: '100',
		trade_type: 'JSAPI',
		transaction_id: payment.transaction_id,
	});
	const key = sandbox.merchant.apiV2Key;
	const pairs = Object.entries(fields).map(([name, value]) => `${name}=${value}&`);
	const hash = signType === 'MD5' ? createHash('md5') : createHmac('sha256', key);
	const expected = hash
		.update(`${pairs.sort().join('')}key=${key}`)
		.digest('hex')
		.toUpperCase();
	expect(signature).toBe(expected);
});

test('coupons are counted from 0', () => {
	const discounted = sandbox.pay({
		total: 100,
		promotion_detail: [
			{ coupon_id: 'A', amount: 10, type: 'CASH' },
			{ coupon_id: 'B', amount: 5 },
		],
	});
	const fields = readXml(sandbox.prepareNotification(discounted, { as: 'v2' }).body);
	expect(fields).toMatchObject({
		cash_fee: '85',
		coupon_count: '2',
		coupon_fee: '15',
		coupon_id_0: 'A',
		coupon_type_0: 'CASH',
		coupon_fee_1: '5',
	});
});

test.each([
	['SUCCESS', 'SUCCESS'],
	['ABNORMAL', 'CHANGE'],
	['CLOSED', 'REFUNDCLOSE'],
] as const)('a refund that ended %s is encrypted, and says %s', (status, refund_status) => {
	const refund = sandbox.refund(sandbox.pay({ total: 100 }), { refund: 100, status });
	const outer = readXml(sandbox.prepareNotification(refund, { as: 'v2' }).body)!;
	expect(Object.keys(outer)).toEqual(['return_code', 'appid', 'mch_id', 'nonce_str', 'req_info']);
	const key = createHash('md5').update(sandbox.merchant.apiV2Key).digest('hex');
	const decipher = createDecipheriv('aes-256-ecb', key, null);
	const xml = decipher.update(outer.req_info!, 'base64', 'utf8') + decipher.final('utf8');
	expect(readXml(xml.replace(/^<root>/, '<xml>').replace(/<\/root>$/, '</xml>'))).toMatchObject({
		out_refund_no: refund.out_refund_no,
		refund_id: refund.refund_id,
		refund_fee: '100',
		refund_recv_accout: '招商银行信用卡0403',
		refund_status,
		success_time: status === 'SUCCESS' ? (expect.stringMatching(/^\S{10} \S{8}$/) as string) : '',
	});
});

test.each<[string, number, string, string | null]>([
	['SUCCESS in CDATA', 200, '<xml><return_code><![CDATA[SUCCESS]]></return_code></xml>', null],
	['SUCCESS bare', 200, '<xml>\n<return_code>SUCCESS</return_code>\n</xml>\n', null],
	['FAIL', 200, '<xml><return_code><![CDATA[FAIL]]></return_code></xml>', 'body'],
	['JSON', 200, '{"code":"SUCCESS"}', 'body'],
	['a word', 200, 'success', 'body'],
	['text around it', 200, 'OK <xml><return_code>SUCCESS</return_code></xml>', 'body'],
	['a byte order mark', 200, '\ufeff<xml><return_code>SUCCESS</return_code></xml>', 'body'],
	['nothing', 204, '', 'status'],
	['another status', 500, '<xml><return_code>SUCCESS</return_code></xml>', 'status'],
])('an XML notification answered with %s', (_name, status, body, failure) => {
	const headers = { 'Content-Type': 'text/xml' };
	expect(failureOfAnswer({ headers }, { status, body })).toBe(failure);
});

test('is resent unchanged until the XML says SUCCESS', async () => {
	const receiver = await receive((response, count) =>
		response.end(`<xml><return_code>${count < 2 ? 'FAIL' : 'SUCCESS'}</return_code></xml>`),
	);
	const { acknowledged, deliveries } = await sandbox.notify(payment, {
		url: receiver.url,
		as: 'v2',
	});
	await receiver.close();
	expect(acknowledged).toBe(true);
	expect(deliveries).toMatchObject([
		{ event_type: null, failure: 'body', transaction_id: payment.transaction_id },
		{ failure: null },
	]);
	expect(receiver.received[0]!.body).toBe(receiver.received[1]!.body);
});

test.each(['<xml><a>1</a>x</xml>', '<xml><a>1</b></xml>', 'x', '<xml><a><b>1</b></a></xml>'])(
	'%s is not flat XML',
	(text) => {
		expect(readXml(text)).toBeUndefined();
	},
);

test('what is written is read back', () => {
	const fields = { a: ']]>', b: '', c: '1' };
	expect(readXml(writeXml('xml', fields, ['c']))).toEqual(fields);
});
