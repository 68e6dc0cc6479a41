import { createDecipheriv, generateKeyPairSync, privateDecrypt, randomBytes } from 'node:crypto';

import { cutBill, sealFile } from '../../../../sandbox/bills/sealed-bill';

it('seals each file with a key of its own, which only the merchant can open', () => {
	const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const plain = Buffer.from('记账时间,收支金额(元)\r\n');
	const opened = [1, 2].map(() => {
		const { bytes, encrypt_key, nonce } = sealFile(plain, publicKey, randomBytes);
		const sealedKey = Buffer.from(encrypt_key, 'base64');
		const key = privateDecrypt({ key: privateKey, oaepHash: 'sha1' }, sealedKey);
		const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce));
		decipher.setAuthTag(bytes.subarray(-16));
		const text = Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
		expect(text).toEqual(plain);
		expect(nonce).toMatch(/^[0-9a-f]{16}$/);
		return key.toString();
	});
	expect(new Set(opened).size).toBe(2);
});

it.each([1, 2, 3, 5, 9])(
	'cuts a bill between lines into %i files, which together are the bill',
	(files) => {
		const text = 'a,b\r\n`1,`2\r\n`3,`4\r\nsum\r\n`2\r\n';
		const parts = cutBill(text, files);
		expect(parts.join('')).toBe(text);
		expect(parts.length).toBeLessThanOrEqual(files);
		expect(parts.every((part) => part.endsWith('\r\n'))).toBe(true);
	},
);
