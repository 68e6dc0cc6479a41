import { constants, publicEncrypt } from 'node:crypto';

import { IntegrationError } from '../../core/errors';
import { API_SECURITY } from '../merchant-platform';
import type { WechatPayAccount } from './account';
import { isPublicKeyId } from './encoding';

/**
 * How sensitive fields are encrypted: RSA-OAEP with SHA-1 everywhere (WeChat Pay APIv3, encrypting sensitive fields),
 * but RSAES-PKCS1-v1_5 in the identity check of customs, where OAEP is refused.
 */
export type FieldPadding = 'oaep' | 'pkcs1';

export interface FieldEncryption {
	/** Serial of WeChat Pay's key, for the header `Wechatpay-Serial`. */
	serial: string;
	/** @returns Base64 */
	encrypt: (text: string) => string;
}

/**
 * Encrypts fields with WeChat Pay's key: the public key where there is one, as answers are asked for with it;
 * else the newest certificate.
 *
 * @throws IntegrationError `WECHAT_NO_ENCRYPTION_KEY`
 */
export function fieldEncryption(
	{ verificationKeys }: Pick<WechatPayAccount, 'verificationKeys'>,
	padding: FieldPadding = 'oaep',
): FieldEncryption {
	const serials = [...verificationKeys.keys()];
	const serial = serials.find(isPublicKeyId) ?? serials.at(-1) ?? '';
	const key = verificationKeys.get(serial);
	if (!key) throw noKey();
	const scheme =
		padding === 'oaep'
			? { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }
			: { padding: constants.RSA_PKCS1_PADDING };
	return {
		serial,
		encrypt: (text) => publicEncrypt({ key, ...scheme }, Buffer.from(text)).toString('base64'),
	};
}

const noKey = (): IntegrationError =>
	new IntegrationError({
		code: 'WECHAT_NO_ENCRYPTION_KEY',
		message: 'There is no key of WeChat Pay to encrypt personal fields with.',
		likelyCause: 'The platform certificates could not be downloaded, and no key was pasted.',
		nextStep: `Test the credential: its Verification Keys are at ${API_SECURITY}.`,
	});
