import type { V2SignType } from '../keys/account';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

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
