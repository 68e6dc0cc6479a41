import { createCipheriv, createHash } from 'node:crypto';

/** `req_info` of an APIv2 refund notification: AES-256-ECB, keyed with the hex MD5 of the APIv2 key, in base64. */
export function encryptReqInfo(xml: string, apiV2Key: string): string {
	return encryptEcb(xml, createHash('md5').update(apiV2Key).digest('hex'));
}

/** AES-256-ECB with PKCS#7; the key is 32 characters. */
export function encryptEcb(text: string, key: string): string {
	const cipher = createCipheriv('aes-256-ecb', Buffer.from(key), null);
	return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}
