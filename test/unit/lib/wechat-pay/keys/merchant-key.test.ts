import { createPrivateKey, generateKeyPairSync, verify, X509Certificate } from 'node:crypto';

import {
	certificateSerial,
	readMerchantKey,
	authorizationHeader,
	signText,
} from '../../../../../lib/wechat-pay/keys/merchant-key';
import type { Credentials } from '../../../../../sandbox/index';
import { sharedCredentials } from '../../../../support/shared-sandbox';

const MCHID = '1900000001';
let issued: Credentials;
beforeAll(async () => {
	issued = await sharedCredentials();
});

const expected = () => createPrivateKey(issued.merchantPrivateKeyPem);
const base64 = (pem: string) => pem.replace(/-----.*?-----/g, '').replace(/\s/g, '');

describe('the merchant key', () => {
	it.each([
		['as it is', (pem: string) => pem],
		['with \\n in letters', (pem: string) => pem.replace(/\n/g, '\\n')],
		['with \\r\\n in letters', (pem: string) => pem.replace(/\n/g, '\\r\\n')],
		['with Windows line breaks', (pem: string) => pem.replace(/\n/g, '\r\n')],
		['with spaces for line breaks', (pem: string) => pem.replace(/\n/g, ' ')],
		['without any line break', (pem: string) => pem.replace(/\n/g, '')],
		['with text around it', (pem: string) => `Bag Attributes\n  friendlyName: x\n${pem}\nend`],
		['in quotes', (pem: string) => JSON.stringify(pem)],
		['without header and footer', base64],
		[
			'on one line without header and footer',
			(pem: string) => base64(pem).replace(/(.{64})/g, '$1 '),
		],
	])('is read %s', (_, paste) => {
		for (const type of ['pkcs8', 'pkcs1'] as const) {
			const pem = expected().export({ type, format: 'pem' }).toString();
			expect(readMerchantKey(paste(pem), '').privateKey.equals(expected())).toBe(true);
		}
	});

	it('is read from a PKCS#12 file, together with the serial of its certificate', () => {
		const read = readMerchantKey(issued.merchantPkcs12Base64, MCHID);
		expect(read.privateKey.equals(expected())).toBe(true);
		expect(read.certificateSerial).toBe(certificateSerial(issued.merchantCertificatePem));
	});

	it('brings the serial of a certificate that was pasted with it', () => {
		const pasted = issued.merchantCertificatePem + issued.merchantPrivateKeyPem;
		expect(readMerchantKey(pasted, '').certificateSerial).toBe(issued.merchantSerialNo);
	});

	it('brings the end of its certificate, from PEM as from a PKCS#12 file', () => {
		const { validTo } = new X509Certificate(issued.merchantCertificatePem);
		const pasted = issued.merchantPrivateKeyPem + issued.merchantCertificatePem;
		expect(readMerchantKey(pasted, '').certificateEnd).toBe(Date.parse(validTo));
		const store = readMerchantKey(issued.merchantPkcs12Base64, MCHID);
		expect(store.certificateEnd).toBe(Date.parse(validTo));
	});

	it('knows its own certificate among those of a chain', () => {
		const { authorityPem, merchantCertificatePem, merchantPrivateKeyPem } = issued;
		const pasted = authorityPem + merchantCertificatePem + merchantPrivateKeyPem;
		expect(readMerchantKey(pasted, '').certificateSerial).toBe(issued.merchantSerialNo);
		const other = authorityPem + merchantPrivateKeyPem;
		expect(readMerchantKey(other, '').certificateSerial).toBeUndefined();
	});

	it('is not taken for something else', () => {
		const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
		const pem = { type: 'pkcs8', format: 'pem' } as const;
		const encrypted = expected().export({ ...pem, cipher: 'aes-256-cbc', passphrase: 'x' });
		const damaged = issued.merchantPrivateKeyPem.replace(/^((?:.*\n){3}).*\n/, '$1');
		for (const [pasted, code] of [
			['', 'EMPTY'],
			['hello', 'UNREADABLE'],
			['AAAA', 'UNREADABLE'],
			[damaged, 'UNREADABLE'],
			[issued.merchantCertificatePem, 'IS_CERTIFICATE'],
			[issued.publicKey.pem, 'IS_PUBLIC'],
			[String(encrypted), 'ENCRYPTED'],
			[String(ec.privateKey.export(pem)), 'NOT_RSA'],
		] as const) {
			expect(() => readMerchantKey(pasted, '')).toThrow(
				expect.objectContaining({ code: `WECHAT_PRIVATE_KEY_${code}` }),
			);
		}
		expect(() => readMerchantKey(issued.merchantPkcs12Base64, 'wrong')).toThrow(
			'Private Key: The PKCS#12 file does not open with this passphrase.',
		);
	});
});

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

it('signs method, target, time, nonce and body, each with a line break behind it', () => {
	const request = {
		...{ method: 'POST', target: '/v3/a?b=%2A', timestamp: 1554208460, nonce: 'N0nce' },
		body: '{"a":"元"}',
	};
	const signer = { mchid: '1900000001', merchantSerial: '0AB1', privateKey };
	const header = authorizationHeader(request, signer);
	const [, signature = ''] = /signature="([^"]+)"/.exec(header) ?? [];
	const text = 'POST\n/v3/a?b=%2A\n1554208460\nN0nce\n{"a":"元"}\n';
	expect(verify('sha256', Buffer.from(text), publicKey, Buffer.from(signature, 'base64'))).toBe(
		true,
	);
	expect(header).toMatch(/^WECHATPAY2-SHA256-RSA2048 mchid="1900000001",nonce_str="N0nce",/);
	expect(header).toContain('timestamp="1554208460",serial_no="0AB1"');
});

it('signs each text differently', () => {
	expect(signText('a', privateKey)).not.toBe(signText('b', privateKey));
});
