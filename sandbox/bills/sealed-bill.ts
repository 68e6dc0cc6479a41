import { constants, createCipheriv, publicEncrypt, type KeyObject } from 'node:crypto';

import { ALPHANUMERIC, randomText, type RandomSource } from '../core/random';

export interface SealedFile {
	bytes: Buffer<ArrayBuffer>;
	/** Base64: the key of the file, encrypted with the merchant's certificate. */
	encrypt_key: string;
	nonce: string;
}

/**
 * A file as WeChat encrypts bills of sub-merchants: AES-256-GCM with a key and a nonce of its own, the tag behind it.
 */
export function sealFile(
	plain: Buffer,
	merchantPublicKey: KeyObject,
	random: RandomSource,
): SealedFile {
	const key = Buffer.from(randomText(random, 32, ALPHANUMERIC));
	const nonce = randomText(random, 16, '0123456789abcdef');
	const cipher = createCipheriv('aes-256-gcm', key, Buffer.from(nonce));
	const bytes = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
	const padding = constants.RSA_PKCS1_OAEP_PADDING;
	const sealed = publicEncrypt({ key: merchantPublicKey, padding, oaepHash: 'sha1' }, key);
	return { bytes, encrypt_key: sealed.toString('base64'), nonce };
}

/** A bill in so many files, cut between lines: put together in their order they are the bill. */
export function cutBill(text: string, files: number): string[] {
	const lines = text.split(/(?<=\n)/);
	const each = Math.ceil(lines.length / files);
	return Array.from({ length: Math.ceil(lines.length / each) }, (_, index) =>
		lines.slice(index * each, (index + 1) * each).join(''),
	);
}
