import { ecb, sign } from '../../../vectors/v2.json';

import { decryptV2, signV2, v2CipherKey, verifyV2 } from '../../../../../lib/wechat-pay/v2/crypto';

describe('APIv2 signatures', () => {
	it('are those of the documentation', () => {
		expect(signV2(sign.fields, sign.key, 'MD5')).toBe(sign.md5);
		expect(signV2(sign.fields, sign.key, 'HMAC-SHA256')).toBe(sign.hmacSha256);
	});

	it('leave out the signature itself and empty fields, and nothing else', () => {
		const more = { ...sign.fields, sign: 'X', attach: '' };
		expect(signV2(more, sign.key, 'MD5')).toBe(sign.md5);
		expect(signV2({ ...sign.fields, unknown: '1' }, sign.key, 'MD5')).not.toBe(sign.md5);
	});

	it('are checked with the type that we expect, not one that fits', () => {
		const received = { ...sign.fields, sign: sign.md5 };
		expect(verifyV2(received, sign.key, 'MD5')).toBe(true);
		expect(verifyV2(received, sign.key, 'HMAC-SHA256')).toBe(false);
		expect(verifyV2({ ...received, body: 'tests' }, sign.key, 'MD5')).toBe(false);
		expect(verifyV2(sign.fields, sign.key, 'MD5')).toBe(false);
	});
});

describe('the APIv2 refund cipher', () => {
	it('opens the published text of wechatpay-php', () => {
		expect(decryptV2(ecb.ciphertext, Buffer.from(ecb.key))).toBe(ecb.plaintext);
	});

	it('has the digest of the APIv2 key for its key', () => {
		expect(v2CipherKey('exposed_your_key_here_have_risks').toString()).toBe(
			'4ad14ac334ab13540eb6c5479512a8e8',
		);
	});

	it('refuses text that does not open', () => {
		const code = 'WECHAT_V2_DECRYPTION_FAILED';
		for (const text of ['', 'not base64', 'AAAA', ecb.ciphertext.replace('p', 'q')]) {
			expect(() => decryptV2(text, Buffer.from(ecb.key))).toThrow(
				expect.objectContaining({ code }),
			);
		}
	});
});
