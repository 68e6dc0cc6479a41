import { createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';

import { credentialError, IntegrationError } from '../../core/errors';
import { asObject } from '../../core/json';
import { API_SECURITY } from '../merchant-platform';
import { decodeBase64 } from './encoding';

/** What WeChat Pay encrypts: a notification's `resource` or a downloaded certificate. */
export interface EncryptedResource {
	algorithm: string;
	/** Base64; the last 16 bytes are the tag. */
	ciphertext: string;
	/** 12 ASCII characters. */
	nonce: string;
	associated_data?: string;
}

const TAG_BYTES = 16;

/**
 * The APIv3 key as a key object: its 32 characters are used as they are.
 *
 * @throws IntegrationError `WECHAT_APIV3_KEY_INVALID` unless it has 32 bytes
 */
export function readApiV3Key(pasted: string): KeyObject {
	const bytes = Buffer.from(pasted.trim());
	if (bytes.length === 32) return createSecretKey(bytes);
	throw credentialError(
		'APIv3 Key',
		'WECHAT_APIV3_KEY_INVALID',
		`It has ${bytes.length} characters, not 32.`,
		{
			likelyCause: 'Another key or only a part of the key was pasted.',
			nextStep: `Set a new one under ${API_SECURITY} → APIv3 Key (APIv3密钥) and paste the same 32 characters here.`,
		},
	);
}

/** The encrypted resource in a JSON value; what is missing is empty. */
export function readEncrypted(value: unknown): EncryptedResource {
	const fields = asObject(value) ?? {};
	const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
	return {
		algorithm: text('algorithm'),
		ciphertext: text('ciphertext'),
		nonce: text('nonce'),
		associated_data: text('associated_data'),
	};
}

/**
 * Decrypts AES-256-GCM (RFC 5116 layout) to UTF-8 text.
 *
 * @throws IntegrationError `WECHAT_CIPHER_UNKNOWN` or `WECHAT_DECRYPTION_FAILED`
 */
export function decryptResource(resource: EncryptedResource, apiV3Key: KeyObject): string {
	if (resource.algorithm !== 'AEAD_AES_256_GCM') throw unknownCipher();
	const sealed = decodeBase64(resource.ciphertext);
	const nonce = Buffer.from(resource.nonce);
	if (!sealed || sealed.length < TAG_BYTES || nonce.length !== 12) throw failed();
	const decipher = createDecipheriv('aes-256-gcm', apiV3Key, nonce, { authTagLength: TAG_BYTES });
	decipher.setAAD(Buffer.from(resource.associated_data ?? ''));
	decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
	try {
		// The mode is a stream: `final` only checks the tag and adds no bytes.
		const opened = decipher.update(sealed.subarray(0, -TAG_BYTES));
		decipher.final();
		return opened.toString('utf8');
	} catch {
		throw failed();
	}
}

function unknownCipher(): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_CIPHER_UNKNOWN',
		message: 'The content is not encrypted with AEAD_AES_256_GCM.',
		likelyCause: 'The merchant account uses SM4 encryption.',
		nextStep: 'Use an ordinary merchant account with AES encryption.',
	});
}

function failed(): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_DECRYPTION_FAILED',
		message: 'The signature is right, but the content cannot be decrypted with the APIv3 key.',
		likelyCause:
			'The APIv3 key in the credential is not the one in force: it was reset (a new one takes some minutes to work), or it belongs to another merchant.',
		nextStep: `Set the APIv3 key under ${API_SECURITY} → APIv3 Key (APIv3密钥) and paste the same one into the WeChat Pay API credential.`,
	});
}
