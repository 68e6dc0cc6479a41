import { constants, privateDecrypt } from 'node:crypto';

import { IntegrationError } from '../../core/errors';
import { API_SECURITY } from '../merchant-platform';
import type { WechatPayAccount } from './account';

/**
 * Decrypts a personal field that WeChat Pay sent: RSA-OAEP with SHA-1, made with the merchant's certificate (WeChat
 * Pay APIv3, encrypting sensitive fields).
 *
 * @param base64 the field
 * @throws IntegrationError `WECHAT_FIELD_NOT_DECRYPTED`
 */
export function decryptField(
	{ privateKey: key }: Pick<WechatPayAccount, 'privateKey'>,
	base64: string,
): string {
	const padding = constants.RSA_PKCS1_OAEP_PADDING;
	try {
		const sealed = Buffer.from(base64, 'base64');
		return privateDecrypt({ key, padding, oaepHash: 'sha1' }, sealed).toString();
	} catch {
		throw new IntegrationError({
			code: 'WECHAT_FIELD_NOT_DECRYPTED',
			message: 'An encrypted field of WeChat Pay cannot be decrypted.',
			likelyCause: 'It was encrypted for another merchant certificate, e.g. the one before.',
			nextStep: `Get the record again. If that does not help, compare the certificate serial in the credential with ${API_SECURITY}.`,
		});
	}
}
