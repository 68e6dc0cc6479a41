import { createHash, createHmac, createCipheriv } from 'node:crypto';

import type { V2SignType } from '../notifications/options';

/** APIv2's signature over all fields that are not empty, `sign` itself left out: upper-case hex. */
export function signFields(
	fields: Record<string, string>,
	apiV2Key: string,
	signType: V2SignType,
): string {
	const names = Object.keys(fields).filter((name) => name !== 'sign' && fields[name] !== '');
	const text = [...names.sort().map((name) => `${name}=${fields[name]}`), `key=${apiV2Key}`].join(
		'&',
	);
	const digest =
		signType === 'MD5'
			? createHash('md5').update(text, 'utf8')
			: createHmac('sha256', apiV2Key).update(text, 'utf8');
	return digest.digest('hex').toUpperCase();
}

/** `req_info` of an APIv2 refund notification: AES-256-ECB, keyed with the hex MD5 of the APIv2 key, in base64. */
export function encryptReqInfo(xml: string, apiV2Key: string): string {
	return encryptEcb(xml, createHash('md5').update(apiV2Key).digest('hex'));
}

/** AES-256-ECB with PKCS#7; the key is 32 characters. */
export function encryptEcb(text: string, key: string): string {
	const cipher = createCipheriv('aes-256-ecb', Buffer.from(key), null);
	return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}
