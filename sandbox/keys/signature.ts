import { sign as signBytes, verify as verifyBytes, type KeyObject } from 'node:crypto';

export const SIGNATURE_TYPE = 'WECHATPAY2-SHA256-RSA2048';

/** What WeChat Pay v3 signs: every part ends with one line feed, the last one too. */
export function textToSign(...parts: string[]): string {
	return parts.map((part) => `${part}\n`).join('');
}

/** RSASSA-PKCS1-v1_5 with SHA-256 over the UTF-8 text, as base64. */
export function signText(text: string, privateKey: KeyObject): string {
	return signBytes('sha256', Buffer.from(text), privateKey).toString('base64');
}

export function isSignedBy(text: string, signature: string, publicKey: KeyObject): boolean {
	return verifyBytes('sha256', Buffer.from(text), publicKey, Buffer.from(signature, 'base64'));
}
