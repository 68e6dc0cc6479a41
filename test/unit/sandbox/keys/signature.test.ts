import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';

import { beijingTime } from '../../../../sandbox/core/beijing-time';
import { encryptText } from '../../../../sandbox/keys/cipher';
import { DIGITS, randomText, seededRandom } from '../../../../sandbox/core/random';
import { isSignedBy, signText, textToSign } from '../../../../sandbox/keys/signature';
import { callback, gcm, signedSource, testingKey } from '../public-vectors';

const privateKey = createPrivateKey(testingKey);
const publicKey = createPublicKey(testingKey);

test('signs as the published signature test does', () => {
	expect(signText('source', privateKey)).toBe(signedSource);
});

test('makes the very signature of the published callback', () => {
	const { timestamp, nonce, body, signature } = callback;
	expect(createHash('sha256').update(body).digest('hex')).toBe(callback.bodySha256);
	expect(signText(textToSign(timestamp, nonce, body), privateKey)).toBe(signature);
	expect(isSignedBy(textToSign(timestamp, nonce, body), signature, publicKey)).toBe(true);
	expect(isSignedBy(textToSign(timestamp, nonce, `${body} `), signature, publicKey)).toBe(false);
});

test('an empty body is signed as an empty line', () => {
	expect(textToSign('GET', '/v3/certificates', '1', 'n', '')).toBe(
		'GET\n/v3/certificates\n1\nn\n\n',
	);
});

test('encrypts as the published cipher test does', () => {
	expect(encryptText(gcm.plaintext, gcm.key, gcm.nonce, gcm.associatedData)).toEqual({
		algorithm: 'AEAD_AES_256_GCM',
		ciphertext: gcm.ciphertext,
		associated_data: gcm.associatedData,
		nonce: gcm.nonce,
	});
});

test('refuses an APIv3 key that has not 32 bytes', () => {
	expect(() => encryptText('text', 'short', gcm.nonce, '')).toThrow('Invalid key length');
});

test('writes times as Beijing does, over midnight too', () => {
	expect(beijingTime(Date.UTC(2026, 10, 22, 17, 5, 9, 999))).toBe('2026-11-23T01:05:09+08:00');
});

test('a seed repeats its bytes, another seed does not', () => {
	const first = seededRandom('a');
	const again = seededRandom('a');
	expect([first(40), first(3)]).toEqual([again(40), again(3)]);
	expect(seededRandom('b')(40)).not.toEqual(seededRandom('a')(40));
	expect(randomText(seededRandom('a'), 28, DIGITS)).toMatch(/^\d{28}$/);
});
