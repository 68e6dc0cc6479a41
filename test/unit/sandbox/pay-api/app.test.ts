import { X509Certificate } from 'node:crypto';

import type { Credentials, Payment, Sandbox } from '../../../../sandbox';
import { sharedCredentials, sharedSandbox } from '../../../support/shared-sandbox';
import { get as call } from '../api-call';
import { decrypt, isGenuine, type Signing } from '../merchant';

let credentials: Credentials;
let sandbox: Sandbox;
let payment: Payment;

beforeAll(async () => {
	credentials = await sharedCredentials();
	sandbox = await sharedSandbox({ credentials });
	payment = sandbox.pay({ total: 19900, out_trade_no: 'SHOP|2026*1' });
});
afterAll(async () => sandbox.stop());

const get = async (
	target: string,
	signing: Signing = {},
	headers: Record<string, string> = {},
	of = sandbox,
) => call(of, target, signing, headers);

describe('order query', () => {
	test('finds an order by both ids, in a signed answer', async () => {
		for (const target of [
			`/v3/pay/transactions/id/${payment.transaction_id}?mchid=1900000001`,
			'/v3/pay/transactions/out-trade-no/SHOP%7C2026%2A1?mchid=1900000001',
		]) {
			const { status, headers, text, json } = await get(target);
			expect(status).toBe(200);
			expect(json).toEqual(payment);
			expect(isGenuine(sandbox, headers, text)).toBe(true);
			expect(headers['request-id']).toMatch(/^\w+-0$/);
		}
	});

	test('the global one calls the order number id', async () => {
		const { transaction_id, ...order } = payment;
		for (const target of [
			`/v3/global/transactions/id/${transaction_id}?mchid=1900000001`,
			'/v3/global/transactions/out-trade-no/SHOP%7C2026%2A1?mchid=1900000001',
		]) {
			expect((await get(target)).json).toEqual({ id: transaction_id, ...order });
		}
	});

	test('says when there is no such order, signed as well', async () => {
		const answer = await get('/v3/pay/transactions/out-trade-no/UNKNOWN1?mchid=1900000001');
		expect(answer).toMatchObject({ status: 404, json: { code: 'ORDER_NOT_EXIST' } });
		expect(answer.headers['request-id']).toMatch(/-268512771$/);
		expect(isGenuine(sandbox, answer.headers, answer.text)).toBe(true);
	});

	test('wants the mchid, and the one that signed', async () => {
		const target = `/v3/pay/transactions/id/${payment.transaction_id}`;
		for (const query of ['', '?mchid=1900000002']) {
			const answer = await get(target + query);
			expect(answer).toMatchObject({ status: 400, json: { code: 'PARAM_ERROR' } });
		}
	});

	test('knows no other path', async () => {
		expect(await get('/v3/unknown')).toMatchObject({ status: 404 });
		expect(await get('/v3/pay/transactions/id/%E0%A4%A?mchid=1')).toMatchObject({ status: 404 });
	});
});

describe('certificates', () => {
	test('come encrypted with the APIv3 key', async () => {
		const { json } = await get('/v3/certificates');
		const [certificate] = json.data as {
			serial_no: string;
			encrypt_certificate: { ciphertext: string; nonce: string; associated_data: string };
		}[];
		const pem = decrypt(certificate!.encrypt_certificate, sandbox.merchant.apiV3Key);
		expect(certificate!.encrypt_certificate.associated_data).toBe('certificate');
		expect(pem).toBe(sandbox.platformCertificate.pem);
		expect(new X509Certificate(pem).serialNumber).toBe(certificate!.serial_no);
		expect(Object.keys((await get('/v3/global/certificates')).json)).toEqual(['data']);
	});

	test('do not exist for a merchant in public key mode', async () => {
		const newer = await sharedSandbox({ credentials, keyMode: 'publicKey' });
		const answer = await get('/v3/certificates', {}, {}, newer);
		await newer.stop();
		expect(answer).toMatchObject({ status: 404, json: { code: 'RESOURCE_NOT_EXISTS' } });
		expect(answer.headers['wechatpay-serial']).toBe(newer.publicKey.id);
		expect(isGenuine(newer, answer.headers, answer.text)).toBe(true);
	});
});

test('answers with the key that the request names', async () => {
	const { headers, text } = await get(
		'/v3/certificates',
		{},
		{ 'Wechatpay-Serial': sandbox.publicKey.id },
	);
	expect(headers['wechatpay-serial']).toBe(sandbox.publicKey.id);
	expect(isGenuine(sandbox, headers, text)).toBe(true);
});

describe('request signature', () => {
	const now = Math.floor(Date.now() / 1000);
	const target = '/v3/certificates?algorithm_type=RSA';

	test.each<[string, Signing, string]>([
		['another path', { signedTarget: '/v3/bill' }, 'sign not match'],
		['the path without its query', { signedTarget: '/v3/certificates' }, 'sign not match'],
		['another method', { signedMethod: 'POST' }, 'sign not match'],
		['six minutes ago', { timestamp: now - 360 }, 'timestamp expired'],
		['six minutes ahead', { timestamp: now + 360 }, 'timestamp expired'],
		['for another merchant', { mchid: '1900000002' }, 'mchid unknown'],
		['with another serial', { serialNo: '4'.repeat(40) }, 'serial_no unknown'],
	])('refuses one made over or with %s', async (_name, signing, issue) => {
		expect(await get(target, signing)).toMatchObject({
			status: 401,
			json: {
				code: 'SIGN_ERROR',
				detail: {
					detail: { issue },
					field: 'signature',
					location: 'authorization',
					sign_information: { method: 'GET', url: target },
				},
			},
		});
	});

	test("refuses one made with a key that is not the merchant's", async () => {
		const privateKeyPem = credentials.publicKey.privateKey
			.export({ type: 'pkcs8', format: 'pem' })
			.toString();
		expect(await get(target, { privateKeyPem })).toMatchObject({ status: 401 });
	});

	test('shows what should have been signed', async () => {
		const { json } = await get(target, { signedMethod: 'POST', timestamp: now });
		const { sign_information } = json.detail as { sign_information: Record<string, unknown> };
		expect(sign_information.truncated_sign_message).toMatch(
			new RegExp(`^GET\\n/v3/certificates\\?algorithm_type=RSA\\n${now}\\n`),
		);
	});

	test.each([
		['nothing', ''],
		['another scheme', 'Bearer token'],
		['spaces after the commas', authorizationText(', ')],
		['a field missing', 'WECHATPAY2-SHA256-RSA2048 mchid="1900000001",nonce_str="n",timestamp="1"'],
		['a field twice', `${authorizationText(',')},mchid="1900000001"`],
	])('refuses a header with %s', async (_name, header) => {
		const answer = await get(target, {}, { Authorization: header });
		expect(answer).toMatchObject({ status: 401, json: { code: 'SIGN_ERROR' } });
	});
});

function authorizationText(separator: string): string {
	const fields = [
		'mchid="1900000001"',
		'nonce_str="n"',
		'timestamp="1"',
		'serial_no="4"',
		'signature="AA=="',
	];
	return `WECHATPAY2-SHA256-RSA2048 ${fields.join(separator)}`;
}
