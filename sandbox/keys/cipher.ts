import { createCipheriv } from 'node:crypto';

export interface EncryptedText {
	algorithm: 'AEAD_AES_256_GCM';
	/** Base64 of the encrypted bytes with the 16 bytes of the tag behind them. */
	ciphertext: string;
	associated_data: string;
	nonce: string;
}

/**
 * AES-256-GCM as WeChat Pay v3 uses it: the 32 characters of the APIv3 key are the key,
 * the 12 characters of the nonce the initialisation vector.
 *
 * @throws RangeError `Invalid key length` when the key has not 32 bytes
 */
export function encryptText(
	plaintext: string,
	apiV3Key: string,
	nonce: string,
	associatedData: string,
): EncryptedText {
	const cipher = createCipheriv('aes-256-gcm', Buffer.from(apiV3Key), Buffer.from(nonce));
	cipher.setAAD(Buffer.from(associatedData));
	const encrypted = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
	return {
		algorithm: 'AEAD_AES_256_GCM',
		ciphertext: Buffer.concat([encrypted, cipher.getAuthTag()]).toString('base64'),
		associated_data: associatedData,
		nonce,
	};
}
