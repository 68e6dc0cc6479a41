import { createDecipheriv, timingSafeEqual } from 'node:crypto';

import { IntegrationError } from '../../core/errors';
import { MESSAGE_PUSH, type PushAccount } from './account';

/** PKCS#7 with blocks of 32 bytes, although AES has blocks of 16. */
const BLOCK = 32;
const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;

/**
 * Decrypts WeChat's safe mode: AES-256-CBC of 16 random bytes, the length of the message, the message and the
 * AppID. To be called only after the signature was verified, which the cipher does not replace.
 *
 * @param encrypted base64
 * @throws IntegrationError `WECHAT_PUSH_NOT_DECRYPTED` or `WECHAT_PUSH_OTHER_APPID`
 */
export function decryptPush(encrypted: string, { key, appid }: PushAccount): string {
	const plain = withoutPadding(decipher(Buffer.from(encrypted, 'base64'), key));
	const start = RANDOM_BYTES + LENGTH_BYTES;
	if (plain.length < start) throw notDecrypted();
	const end = start + plain.readUInt32BE(RANDOM_BYTES);
	if (end > plain.length) throw notDecrypted();
	const [named, own] = [plain.subarray(end), Buffer.from(appid)];
	if (named.length !== own.length || !timingSafeEqual(named, own)) throw otherAppid();
	return plain.toString('utf8', start, end);
}

function decipher(bytes: Buffer, key: Buffer): Buffer {
	if (bytes.length === 0 || bytes.length % BLOCK !== 0) throw notDecrypted();
	const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
	return Buffer.concat([decipher.update(bytes), decipher.final()]);
}

function withoutPadding(bytes: Buffer): Buffer {
	const count = bytes.at(-1) ?? 0;
	const padding = bytes.subarray(bytes.length - count);
	if (count < 1 || count > BLOCK || !padding.every((one) => one === count)) throw notDecrypted();
	return bytes.subarray(0, bytes.length - count);
}

const notDecrypted = () =>
	new IntegrationError({
		code: 'WECHAT_PUSH_NOT_DECRYPTED',
		message: 'A genuine event of the WeChat Shop could not be decrypted.',
		likelyCause: 'The Encoding AES Key in the credential is not the one of the Shop.',
		nextStep: `Compare Encoding AES Key in the WeChat Shop API credential with EncodingAESKey (消息加密密钥) at ${MESSAGE_PUSH}. WeChat sends the event again.`,
	});

const otherAppid = () =>
	new IntegrationError({
		code: 'WECHAT_PUSH_OTHER_APPID',
		message: 'The event is for another AppID than that of the credential.',
		likelyCause:
			'Two accounts share their Push Token and key, or the credential has the AppID of the mini program.',
		nextStep: 'Enter the AppID of the WeChat Shop in the WeChat Shop API credential.',
	});
