import {
	constants,
	createDecipheriv,
	createSecretKey,
	privateDecrypt,
	type KeyObject,
} from 'node:crypto';

import { IntegrationError } from '../../core/errors';
import { decodeBase64 } from '../keys/encoding';
import { API_SECURITY } from '../merchant-platform';
import { billError } from './bill-table';

type Chunks = AsyncIterable<Buffer>;

const TAG_BYTES = 16;
const KEY_BYTES = 32;

/**
 * The key of an encrypted bill: WeChat Pay encrypts it with the public key of the merchant's certificate, as it does
 * with all fields that it sends encrypted (RSA-OAEP with SHA-1; WeChat Pay APIv3, fund bill of a sub-merchant).
 *
 * @param encryptKey Base64
 * @throws IntegrationError `WECHAT_BILL_LOCKED`
 */
export function openBillKey(privateKey: KeyObject, encryptKey: string): KeyObject {
	const sealed = decodeBase64(encryptKey);
	const scheme = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' };
	try {
		const key = sealed && privateDecrypt({ key: privateKey, ...scheme }, sealed);
		if (key?.length === KEY_BYTES) return createSecretKey(key);
	} catch {
		// The same as a key of another length: it was not encrypted for this certificate.
	}
	throw locked();
}

/**
 * Decrypts a file: AES-256-GCM with the tag as the last 16 bytes and without associated data. No byte of it is passed
 * on before the tag has proved the whole.
 *
 * @param nonce ASCII, 12 or 16 characters
 * @throws IntegrationError `WECHAT_BILL_DAMAGED`
 */
export async function* decrypted(file: Chunks, key: KeyObject, nonce: string): Chunks {
	const chunks: Buffer[] = [];
	for await (const chunk of file) chunks.push(chunk);
	const sealed = Buffer.concat(chunks);
	yield opened(sealed, key, nonce);
}

function opened(sealed: Buffer, key: KeyObject, nonce: string): Buffer {
	try {
		const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce), {
			authTagLength: TAG_BYTES,
		});
		decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
		// The mode is a stream: `final` only checks the tag and adds no bytes.
		const plain = decipher.update(sealed.subarray(0, -TAG_BYTES));
		decipher.final();
		return plain;
	} catch {
		throw billError('DAMAGED', 'The bill does not fit the key that came with it.', true);
	}
}

const locked = () =>
	new IntegrationError({
		code: 'WECHAT_BILL_LOCKED',
		message: 'The key of the bill cannot be decrypted with the private key of the credential.',
		likelyCause:
			'WeChat Pay encrypted it for another certificate: a new one was applied for, and the credential has the old one.',
		nextStep: `Compare the certificate serial at ${API_SECURITY} with the WeChat Pay API credential.`,
	});
