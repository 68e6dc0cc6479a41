import { sign, type KeyObject } from 'node:crypto';

import type { WechatPayAccount } from './account';
import { SIGNATURE_TYPE } from './signature';

/** The account that signs a request. */
type Signer = Pick<WechatPayAccount, 'mchid' | 'merchantSerial' | 'privateKey'>;

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
export function authorizationHeader(request: RequestToSign, signer: Signer): string {
	const { method, target, timestamp, nonce, body } = request;
	const signed = [method, target, timestamp, nonce, body].map((line) => `${line}\n`).join('');
	const signature = signText(signed, signer.privateKey);
	return `${SIGNATURE_TYPE} mchid="${signer.mchid}",nonce_str="${nonce}",timestamp="${timestamp}",serial_no="${signer.merchantSerial}",signature="${signature}"`;
}
