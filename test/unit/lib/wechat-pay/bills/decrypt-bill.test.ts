import {
	constants,
	createCipheriv,
	createSecretKey,
	generateKeyPairSync,
	publicEncrypt,
	randomBytes,
} from 'node:crypto';

import { decrypted, openBillKey } from '../../../../../lib/wechat-pay/bills/decrypt-bill';
import { inPieces } from './chunks';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const KEY = Buffer.from('0123456789abcdef0123456789ABCDEF');
const oaep = (bytes: Buffer) =>
	publicEncrypt({ key: publicKey, oaepHash: 'sha1' }, bytes).toString('base64');

function sealed(plain: Buffer, nonce: string): Buffer {
	const cipher = createCipheriv('aes-256-gcm', KEY, Buffer.from(nonce));
	return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

async function whole(file: AsyncIterable<Buffer>): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of file) chunks.push(chunk);
	return Buffer.concat(chunks);
}

describe('decrypting a bill', () => {
	it.each([1, 7, 15, 16, 17, 64, 5000])('gives its bytes, in pieces of %i bytes', async (size) => {
		for (const length of [0, 1, 16, 1000]) {
			for (const nonce of ['a8607ef79034', 'a8607ef79034c49c']) {
				const plain = randomBytes(length);
				const file = inPieces(sealed(plain, nonce), size);
				expect(await whole(decrypted(file, createSecretKey(KEY), nonce))).toEqual(plain);
			}
		}
	});

	it('refuses a changed, cut or empty file', async () => {
		const nonce = 'a8607ef79034c49c';
		const file = sealed(randomBytes(1000), nonce);
		const changed = Buffer.from(file);
		changed[500] = (changed[500] ?? 0) ^ 1;
		for (const bytes of [changed, file.subarray(0, 999), file.subarray(0, 9), Buffer.alloc(0)]) {
			const reading = whole(decrypted(inPieces(bytes, 100), createSecretKey(KEY), nonce));
			await expect(reading).rejects.toMatchObject({ code: 'WECHAT_BILL_DAMAGED', retryable: true });
		}
	});
});

describe('the key of a bill', () => {
	it('is what was encrypted for the certificate of the merchant', () => {
		expect(openBillKey(privateKey, oaep(KEY)).export()).toEqual(KEY);
	});

	it('names the certificate when it was encrypted for another one, is no key or no base64', () => {
		const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
		const padding = constants.RSA_PKCS1_OAEP_PADDING;
		const foreign = publicEncrypt({ key: other, padding, oaepHash: 'sha1' }, KEY);
		for (const text of [foreign.toString('base64'), oaep(KEY.subarray(1)), '?', '']) {
			expect(() => openBillKey(privateKey, text)).toThrow(
				expect.objectContaining({
					code: 'WECHAT_BILL_LOCKED',
					nextStep: expect.stringContaining('certificate serial'),
				}),
			);
		}
	});
});
