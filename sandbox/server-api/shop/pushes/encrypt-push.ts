import { createCipheriv, createHash } from 'node:crypto';

import type { PreparedRequest } from '../../../notifications/options';

/** What the merchant sets at the Shop's message push. */
export interface PushSecrets {
	token: string;
	/** 43 letters and digits. */
	encodingAesKey: string;
}

/** What changes from one request to the next. */
export interface PushStamp {
	/** Unix seconds. */
	timestamp: number;
	nonce: string;
	/** 16 bytes. */
	random: Buffer;
}

/** SHA-1 over the texts in the order of their characters. */
export function signPush(texts: string[]): string {
	const hash = createHash('sha1');
	for (const text of texts.sort()) hash.update(text, 'utf8');
	return hash.digest('hex');
}

/** AES-256-CBC over random bytes, the length, the text and the AppID, filled to whole blocks of 32 bytes. */
export function encryptPush(
	text: string,
	appid: string,
	encodingAesKey: string,
	random: Buffer,
): string {
	const key = Buffer.from(`${encodingAesKey}=`, 'base64');
	const message = Buffer.from(text, 'utf8');
	const size = Buffer.alloc(4);
	size.writeUInt32BE(message.length);
	const content = Buffer.concat([random, size, message, Buffer.from(appid, 'ascii')]);
	const missing = 32 - (content.length % 32);
	const filled = Buffer.concat([content, Buffer.alloc(missing, missing)]);
	const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16));
	cipher.setAutoPadding(false);
	return Buffer.concat([cipher.update(filled), cipher.final()]).toString('base64');
}

/** The request that pushes a text, with the signatures in the query. */
export function pushRequest(
	text: string,
	{ appid, shop, openid }: { appid: string; shop: string; openid: string },
	{ token, encodingAesKey }: PushSecrets,
	{ timestamp, nonce, random }: PushStamp,
): PreparedRequest & { query: Record<string, string> } {
	const encrypted = encryptPush(text, appid, encodingAesKey, random);
	const time = String(timestamp);
	return {
		headers: { 'Content-Type': 'application/json', 'User-Agent': 'Mozilla/4.0', Accept: '*/*' },
		query: {
			signature: signPush([token, time, nonce]),
			timestamp: time,
			nonce,
			...(openid && { openid }),
			encrypt_type: 'aes',
			msg_signature: signPush([token, time, nonce, encrypted]),
		},
		body: JSON.stringify({ ToUserName: shop, Encrypt: encrypted }),
	};
}
