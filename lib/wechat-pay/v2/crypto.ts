import { createDecipheriv, createHash, createHmac, timingSafeEqual } from 'node:crypto';

import { IntegrationError } from '../../core/errors';
import type { V2SignType } from '../keys/account';
import { decodeBase64 } from '../keys/encoding';
import { API_SECURITY } from '../merchant-platform';

/**
 * Signature of an APIv2 message: every field but `sign` that is not empty, sorted by name,
 * with the APIv2 key at the end (APIv2, signature algorithm). Upper-case hex.
 */
export function signV2(fields: Record<string, string>, apiV2Key: string, type: V2SignType): string {
	const pairs = Object.entries(fields)
		.filter(([name, value]) => name !== 'sign' && value !== '')
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, value]) => `${name}=${value}`);
	const text = [...pairs, `key=${apiV2Key}`].join('&');
	const hash = type === 'MD5' ? createHash('md5') : createHmac('sha256', apiV2Key);
	return hash.update(text).digest('hex').toUpperCase();
}

/** True when `sign` is there and fits, compared in constant time. The type comes from our side, never from the message. */
export function verifyV2(
	fields: Record<string, string>,
	apiV2Key: string,
	type: V2SignType,
): boolean {
	const expected = Buffer.from(signV2(fields, apiV2Key, type));
	const received = Buffer.from(fields['sign'] ?? '');
	return expected.length === received.length && timingSafeEqual(expected, received);
}

/** The 32 bytes that encrypt an APIv2 refund notification: the lower-case hex MD5 of the APIv2 key. */
export function v2CipherKey(apiV2Key: string): Buffer {
	return Buffer.from(createHash('md5').update(apiV2Key).digest('hex'));
}

/**
 * Decrypts `req_info` of an APIv2 refund notification (AES-256-ECB, PKCS#7) to UTF-8 text. ECB proves
 * nothing about who wrote it: look the refund up before relying on it.
 *
 * @throws IntegrationError `WECHAT_V2_DECRYPTION_FAILED`
 */
export function decryptV2(base64: string, key: Buffer): string {
	const sealed = decodeBase64(base64);
	try {
		if (sealed) {
			const decipher = createDecipheriv('aes-256-ecb', key, null);
			const opened = Buffer.concat([decipher.update(sealed), decipher.final()]);
			// Garbled blocks are rarely text.
			return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(opened);
		}
	} catch {
		// Bad padding, length or text: the same answer as for what is not base64.
	}
	throw new IntegrationError({
		code: 'WECHAT_V2_DECRYPTION_FAILED',
		message: 'The refund notification cannot be decrypted with the APIv2 key.',
		likelyCause: 'The APIv2 key in the credential is not the one in force.',
		nextStep: `Compare the APIv2 key in the credential with ${API_SECURITY} → APIv2 Key (APIv2密钥).`,
	});
}
