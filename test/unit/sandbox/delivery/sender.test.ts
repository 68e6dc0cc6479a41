import { tampered, type PreparedRequest, type Sandbox } from '../../../../sandbox';
import { sharedSandbox } from '../../../support/shared-sandbox';
import { decrypt, isGenuine } from '../merchant';
import { receive } from '../receiver';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await sharedSandbox({ sleep: async (_ms, stopped) => stopped.throwIfAborted() });
});
afterAll(async () => sandbox.stop());

const resourceOf = ({ body }: PreparedRequest) =>
	(JSON.parse(body) as { resource: { ciphertext: string; nonce: string; associated_data: string } })
		.resource;

test('a notification has the headers and the envelope of WeChat', () => {
	const atMs = Date.UTC(2026, 10, 22, 13, 29, 35);
	const { headers, body } = sandbox.prepareNotification(sandbox.pay({ total: 1 }), { atMs });
	expect(headers).toMatchObject({
		'Content-Type': 'application/json',
		'Wechatpay-Timestamp': '1795354175',
		'Wechatpay-Serial': sandbox.platformCertificate.serialNo,
		'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
	});
	expect(headers['Wechatpay-Nonce']).toMatch(/^[0-9A-Za-z]{32}$/);
	expect(body).toMatch(
		/^\{"id":"[0-9a-f-]{36}","create_time":"2026-11-22T21:29:35\+08:00","resource_type":"encrypt-resource","event_type":"TRANSACTION\.SUCCESS","summary":"支付成功","resource":\{"original_type":"transaction","algorithm":"AEAD_AES_256_GCM","ciphertext":"[^"]+","associated_data":"transaction","nonce":"[0-9A-Za-z]{12}"\}\}$/,
	);
});

test.each(['certificate', 'publicKey'] as const)('a %s signature is genuine', (keyMode) => {
	const { headers, body } = sandbox.prepareNotification(sandbox.pay({ total: 1 }), { keyMode });
	const { platformCertificate, publicKey } = sandbox;
	const id = keyMode === 'publicKey' ? publicKey.id : platformCertificate.serialNo;
	expect(headers['Wechatpay-Serial']).toBe(id);
	expect(isGenuine(sandbox, headers, body)).toBe(true);
});

test('carries the paid order, whose long ids stay text', () => {
	const payment = sandbox.pay({
		total: 24800,
		attach: 'TEE-RED-M*2@9900,CAP-BLK@5000',
		promotion_detail: [{ coupon_id: '109519', name: '单品惠', scope: 'SINGLE', amount: 800 }],
	});
	const text = decrypt(resourceOf(sandbox.prepareNotification(payment)), sandbox.merchant.apiV3Key);
	expect(JSON.parse(text)).toEqual(payment);
	expect(payment).toMatchObject({
		mchid: sandbox.merchant.mchid,
		appid: sandbox.merchant.appid,
		transaction_id: expect.stringMatching(/^4200\d{24}$/) as string,
		out_trade_no: expect.stringMatching(/^[0-9A-Za-z_\-|*]{6,32}$/) as string,
		trade_state: 'SUCCESS',
		success_time: expect.stringMatching(/\+08:00$/) as string,
		amount: { total: 24800, payer_total: 24000, currency: 'CNY', payer_currency: 'CNY' },
	});
});

test('no two orders share an id', () => {
	const { out_trade_no, transaction_id } = sandbox.pay({ total: 1 });
	expect(() => sandbox.pay({ total: 1, out_trade_no })).toThrow(out_trade_no);
	expect(() => sandbox.pay({ total: 1, transaction_id })).toThrow(transaction_id);
});

test.each(
	Object.entries({
		forgedSignature: tampered.forgedSignature,
		signatureProbe: tampered.signatureProbe,
		unknownSerial: tampered.unknownSerial,
		changedCiphertext: tampered.changedCiphertext,
		reserialisedBody: tampered.reserialisedBody,
		withoutSignature: (request: PreparedRequest) =>
			tampered.withoutHeader(request, 'wechatpay-signature'),
	}),
)('%s is not genuine', (_name, tamper) => {
	const genuine = sandbox.prepareNotification(sandbox.pay({ total: 1 }));
	const { headers, body } = tamper(genuine);
	expect({ headers, body }).not.toEqual(genuine);
	expect(isGenuine(sandbox, headers, body)).toBe(false);
});

test('the same JSON survives a proxy that writes it anew: only its bytes differ', () => {
	const genuine = sandbox.prepareNotification(sandbox.pay({ total: 1 }));
	expect(JSON.parse(tampered.reserialisedBody(genuine).body)).toEqual(JSON.parse(genuine.body));
});

test('another APIv3 key gives a genuine signature over what cannot be decrypted', () => {
	const apiV3Key = 'x'.repeat(32);
	const request = sandbox.prepareNotification(sandbox.pay({ total: 1 }), { apiV3Key });
	expect(isGenuine(sandbox, request.headers, request.body)).toBe(true);
	expect(() => decrypt(resourceOf(request), sandbox.merchant.apiV3Key)).toThrow();
	expect(decrypt(resourceOf(request), apiV3Key)).toContain('transaction_id');
});

test('resends the same body freshly signed until acknowledged, and logs every attempt', async () => {
	const receiver = await receive((response, count) =>
		response.writeHead(count < 3 ? 500 : 204).end(),
	);
	const payment = sandbox.pay({ total: 1 });
	const { acknowledged } = await sandbox.notify(payment, { url: receiver.url });
	await receiver.close();
	expect(acknowledged).toBe(true);
	const { out_trade_no, transaction_id } = payment;
	expect(sandbox.deliveries({ out_trade_no })).toMatchObject([
		{ transaction_id, copy: 1, attempt: 1, status: 500, failure: 'status', acknowledged: false },
		{ transaction_id, copy: 1, attempt: 2, status: 500, failure: 'status', acknowledged: false },
		{ transaction_id, copy: 1, attempt: 3, status: 204, failure: null, acknowledged: true },
	]);
	const { received } = receiver;
	expect(new Set(received.map(({ body }) => body)).size).toBe(1);
	expect(new Set(received.map(({ headers }) => headers['wechatpay-nonce'])).size).toBe(3);
	for (const { headers, body } of received) {
		expect(isGenuine(sandbox, headers as Record<string, string>, body)).toBe(true);
	}
});

test('copies are senders of their own, each to be acknowledged', async () => {
	const receiver = await receive((response, count) =>
		response.writeHead(count === 2 ? 503 : 200).end(),
	);
	const payment = sandbox.pay({ total: 1 });
	const { acknowledged, deliveries } = await sandbox.notify(payment, {
		url: receiver.url,
		copies: 3,
	});
	await receiver.close();
	expect(acknowledged).toBe(true);
	expect(deliveries).toHaveLength(4);
	expect(new Set(deliveries.map(({ copy }) => copy))).toEqual(new Set([1, 2, 3]));
});

test('gives up after the resends that were asked for', async () => {
	const receiver = await receive((response) => response.writeHead(500).end());
	const result = await sandbox.notify(sandbox.pay({ total: 1 }), {
		url: receiver.url,
		maxResends: 2,
	});
	await receiver.close();
	expect(result).toMatchObject({ acknowledged: false, deliveries: { length: 3 } });
});
