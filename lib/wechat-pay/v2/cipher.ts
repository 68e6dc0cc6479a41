import { createDecipheriv, createHash } from 'node:crypto';

import { IntegrationError } from '../../core/errors';
import { decodeBase64 } from '../keys/base64';
import { API_SECURITY } from '../keys/merchant-platform';

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
