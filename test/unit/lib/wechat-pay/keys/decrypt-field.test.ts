import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import vectors from '../../../vectors/rsa-encryption.json';

import { decryptField } from '../../../../../lib/wechat-pay/keys/decrypt-field';

const { privateKey: pem, ciphertext } = vectors.oaep;
const field = Buffer.from(ciphertext, 'hex').toString('base64');

it('opens the published vector of RSA-OAEP with SHA-1', () => {
	expect(decryptField({ privateKey: createPrivateKey(pem) }, field)).toBe(vectors.text);
});

it.each([
	['of another certificate', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey, field],
	['that is cut', createPrivateKey(pem), field.slice(0, 40)],
	['that is empty', createPrivateKey(pem), ''],
])('says why a field %s is not opened', (_, privateKey, text) => {
	expect(() => decryptField({ privateKey }, text)).toThrow(
		expect.objectContaining({ code: 'WECHAT_FIELD_NOT_DECRYPTED' }),
	);
});
