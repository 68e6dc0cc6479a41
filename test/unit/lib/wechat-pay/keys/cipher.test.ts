import { createSecretKey, X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import vector from '../../../vectors/aes-256-gcm.json';
import download from '../../../vectors/certificate-download.json';

import { decryptResource, readApiV3Key } from '../../../../../lib/wechat-pay/keys/cipher';
import { encryptText } from '../../../../../sandbox/keys/cipher';

const algorithm = 'AEAD_AES_256_GCM';
const resource = { ...vector, algorithm };
const key = readApiV3Key(vector.key);
const failed = expect.objectContaining({ code: 'WECHAT_DECRYPTION_FAILED' });

describe('decryption', () => {
	it('opens the published text of wechatpay-java', () => {
		expect(decryptResource(resource, key)).toBe(vector.plaintext);
	});

	it('opens the published certificate of wechatpay-java', () => {
		const pem = decryptResource(download.encrypt_certificate, readApiV3Key(download.key));
		const certificate = new X509Certificate(pem);
		expect(certificate.serialNumber).toBe(download.serial);
		expect(certificate.subject).toContain('Tenpay.com');
	});

	it('opens whatever the sandbox encrypts', () => {
		const ascii = (length: number) =>
			fc.string({ unit: 'grapheme-ascii', minLength: length, maxLength: length });
		const text = fc.string({ unit: 'grapheme' });
		const aad = fc.oneof(fc.constant(''), fc.string({ maxLength: 16 }));
		fc.assert(
			fc.property(text, ascii(32), ascii(12), aad, (plaintext, apiV3Key, nonce, associated) => {
				const sealed = encryptText(plaintext, apiV3Key, nonce, associated);
				const opened = decryptResource(sealed, createSecretKey(Buffer.from(apiV3Key)));
				expect(opened).toBe(Buffer.from(plaintext).toString());
			}),
		);
	});

	it('refuses any changed character of ciphertext, nonce or associated data', () => {
		const part = fc.constantFrom('ciphertext', 'nonce', 'associated_data');
		const other = fc.string({ minLength: 1, maxLength: 1 });
		fc.assert(
			fc.property(part, fc.nat(), other, (name, at, character) => {
				const value = resource[name as 'nonce'];
				const index = at % value.length;
				fc.pre(value.charAt(index) !== character);
				const changed = value.slice(0, index) + character + value.slice(index + 1);
				expect(() => decryptResource({ ...resource, [name]: changed }, key)).toThrow(failed);
			}),
		);
	});

	it('refuses another key, a cut text, and a tag alone', () => {
		expect(() => decryptResource(resource, readApiV3Key('b'.repeat(32)))).toThrow(failed);
		for (const ciphertext of ['', 'AAAA', vector.ciphertext.slice(0, 16)]) {
			expect(() => decryptResource({ ...resource, ciphertext }, key)).toThrow(failed);
		}
	});

	it('refuses another algorithm', () => {
		expect(() => decryptResource({ ...resource, algorithm: 'AEAD_SM4_GCM' }, key)).toThrow(
			expect.objectContaining({ code: 'WECHAT_CIPHER_UNKNOWN' }),
		);
	});
});

describe('the APIv3 key', () => {
	it('has 32 bytes, whatever white space was pasted around it', () => {
		expect(readApiV3Key(` ${vector.key}\n`).equals(key)).toBe(true);
		for (const text of ['', 'a'.repeat(31), 'a'.repeat(33), '茶'.repeat(32)]) {
			expect(() => readApiV3Key(text)).toThrow(
				expect.objectContaining({ code: 'WECHAT_APIV3_KEY_INVALID' }),
			);
		}
	});
});
