import { webcrypto } from 'node:crypto';

/** HMAC-SHA256 in hexadecimal, by the browsers' interface: the package itself uses Node's. */
export async function hmacHex(secret: string, text: string): Promise<string> {
	const encode = new TextEncoder();
	const algorithm = { name: 'HMAC', hash: 'SHA-256' };
	const key = await webcrypto.subtle.importKey('raw', encode.encode(secret), algorithm, false, [
		'sign',
	]);
	const signature = await webcrypto.subtle.sign('HMAC', key, encode.encode(text));
	return [...new Uint8Array(signature)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
