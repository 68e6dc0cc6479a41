import { sign, type KeyObject } from 'node:crypto';

/** Who signs a request. */
export interface RequestSigner {
	mchid: string;
	/** Serial of the merchant API certificate. */
	merchantSerial: string;
	privateKey: KeyObject;
}

export interface RequestToSign {
	method: string;
	/** Path and query, percent-encoded exactly as sent. */
	target: string;
	/** Exactly as sent; empty for GET. */
	body: string;
	/** Unix seconds. */
	timestamp: number;
	/** Random text, up to 32 characters. */
	nonce: string;
}

/** Base64 RSA PKCS#1 v1.5 SHA-256 signature of a text. */
export function signText(text: string, privateKey: KeyObject): string {
	return sign('sha256', Buffer.from(text), privateKey).toString('base64');
}

/** The value of `Authorization` for an APIv3 request (WeChat Pay APIv3, generating a signature). */
export function authorizationHeader(request: RequestToSign, signer: RequestSigner): string {
	const { method, target, timestamp, nonce, body } = request;
	const lines = [method, target, timestamp, nonce, body];
	const signature = signText(lines.map((line) => `${line}\n`).join(''), signer.privateKey);
	const parts = {
		mchid: signer.mchid,
		nonce_str: nonce,
		timestamp,
		serial_no: signer.merchantSerial,
		signature,
	};
	const list = Object.entries(parts).map(([name, value]) => `${name}="${value}"`);
	return `WECHATPAY2-SHA256-RSA2048 ${list.join(',')}`;
}
