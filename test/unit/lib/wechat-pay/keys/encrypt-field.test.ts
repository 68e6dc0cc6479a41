import { createPrivateKey, createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import vectors from '../../../vectors/rsa-encryption.json';

import { fieldEncryption } from '../../../../../lib/wechat-pay/keys/encrypt-field';
import { openOaep, openPkcs1 } from '../../../../../sandbox/keys/open-field';

const inBase64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64');
const open = { pkcs1: openPkcs1, oaep: openOaep };

describe.each(['pkcs1', 'oaep'] as const)('fields encrypted with %s', (padding) => {
	const { privateKey: pem, ciphertext } = vectors[padding];
	const key = createPrivateKey(pem);
	const account = { verificationKeys: new Map([['PUB_KEY_ID_1', createPublicKey(pem)]]) };

	it('are opened as the published vector is', () => {
		expect(open[padding](key, inBase64(ciphertext))).toBe(vectors.text);
		const { serial, encrypt } = fieldEncryption(account, padding);
		expect(serial).toBe('PUB_KEY_ID_1');
		const text = fc.string({ unit: 'grapheme', maxLength: 40 });
		fc.assert(
			fc.property(text, (field) => {
				const plain = Buffer.from(field).toString();
				expect(open[padding](key, encrypt(field))).toBe(plain);
			}),
			{ numRuns: 25 },
		);
	});

	it('differ each time, and are not opened as the other kind', () => {
		const { encrypt } = fieldEncryption(account, padding);
		expect(encrypt('张三')).not.toBe(encrypt('张三'));
		const other = padding === 'oaep' ? openPkcs1 : openOaep;
		let opened: string | undefined;
		try {
			opened = other(key, encrypt('张三'));
		} catch {
			// Nearly always: noise may look like a block of the other kind.
		}
		expect(opened).not.toBe('张三');
	});
});

it('opens no block with zeros for padding', () => {
	const { privateKey: pem, 'padded with zeros': broken } = vectors.pkcs1;
	expect(() => openPkcs1(createPrivateKey(pem), inBase64(broken))).toThrow();
});

it('needs a key of WeChat Pay', () => {
	expect(() => fieldEncryption({ verificationKeys: new Map() })).toThrow(
		expect.objectContaining({ code: 'WECHAT_NO_ENCRYPTION_KEY' }),
	);
});
