import { createHmac } from 'node:crypto';

import { IntegrationError } from '../core/errors';

const PREFIX = 'whsec_';
/** 192 bits, the least that Standard Webhooks asks for. */
const LEAST_SECRET_BYTES = 24;

/**
 * The secret's bytes from its text: `whsec_` and base64, as Standard Webhooks writes it.
 *
 * @throws IntegrationError `SHOP_SECRET_INVALID`
 */
export function secretBytes(secret: string): Buffer {
	const base64 = secret.trim().replace(PREFIX, '');
	const bytes = Buffer.from(base64, 'base64');
	if (/^[A-Za-z0-9+/]+=*$/.test(base64) && bytes.length >= LEAST_SECRET_BYTES) return bytes;
	throw new IntegrationError({
		code: 'SHOP_SECRET_INVALID',
		message: `The secret of the shop backend is not base64 of ${LEAST_SECRET_BYTES} bytes or more.`,
		likelyCause: 'A part of it is missing, or a plain password was typed in.',
		nextStep: 'Make one with "openssl rand -base64 32" and give the same to shop and credential.',
	});
}

/**
 * Headers that let the shop check who asks and when: HMAC-SHA256 over `id.timestamp.body`
 * (Standard Webhooks, https://www.standardwebhooks.com), for which every language has a library.
 *
 * @param timestamp Unix seconds
 */
export function signedHeaders(
	secret: string,
	id: string,
	timestamp: number,
	body: string,
): Record<string, string> {
	const signature = createHmac('sha256', secretBytes(secret))
		.update(`${id}.${timestamp}.${body}`)
		.digest('base64');
	return {
		'Content-Type': 'application/json',
		Accept: 'application/json',
		'webhook-id': id,
		'webhook-timestamp': String(timestamp),
		'webhook-signature': `v1,${signature}`,
	};
}
