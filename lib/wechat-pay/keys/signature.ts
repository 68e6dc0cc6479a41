import { verify } from 'node:crypto';

import { IntegrationError } from '../../core/errors';
import { API_SECURITY } from '../merchant-platform';
import type { VerificationKeys } from './account';
import { decodeBase64, normaliseSerial } from './encoding';

/** Header names in lower case, as Node gives them. */
export type Headers = Record<string, string | string[] | undefined>;

/** Most seconds between `Wechatpay-Timestamp` and our clock, either way. */
export const TIMESTAMP_WINDOW_S = 300;
/** How WeChat Pay signs, and how it wants to be signed to. */
export const SIGNATURE_TYPE = 'WECHATPAY2-SHA256-RSA2048';
const REQUIRED = [
	'Wechatpay-Timestamp',
	'Wechatpay-Nonce',
	'Wechatpay-Signature',
	'Wechatpay-Serial',
] as const;

const SIGNED = [...REQUIRED, 'Wechatpay-Signature-Type'] as const;

/**
 * Checks that WeChat Pay signed exactly these bytes, now. Notifications and API responses are signed alike:
 * RSA PKCS#1 v1.5 with SHA-256 over `timestamp\nnonce\nbody\n` (WeChat Pay APIv3, signature verification).
 *
 * @param now Unix seconds
 * @throws IntegrationError `WECHAT_SIGNATURE_…`, `WECHAT_TIMESTAMP_EXPIRED` or `WECHAT_SERIAL_UNKNOWN`
 */
export function verifySignature(
	headers: Headers,
	body: Buffer,
	keys: VerificationKeys,
	now: number,
): void {
	const doubled = SIGNED.filter((name) => isDoubled(headers[name.toLowerCase()]));
	if (doubled.length > 0) throw headersDoubled(doubled);

	const timestamp = headers['wechatpay-timestamp'];
	const nonce = headers['wechatpay-nonce'];
	const signature = headers['wechatpay-signature'];
	const serial = headers['wechatpay-serial'];
	if (!isText(timestamp) || !isText(nonce) || !isText(signature) || !isText(serial)) {
		throw headersMissing(REQUIRED.filter((name) => !isText(headers[name.toLowerCase()])));
	}

	const type = headers['wechatpay-signature-type'];
	if (type !== undefined && type !== SIGNATURE_TYPE) throw unknownType();
	if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now - Number(timestamp)) > TIMESTAMP_WINDOW_S) {
		throw expired();
	}
	const key = keys.get(normaliseSerial(serial));
	if (!key) throw unknownSerial(serial);

	// WeChat's probes (`WECHATPAY/SIGNTEST/…`) are not base64: they fail here like any other forgery.
	const decoded = decodeBase64(signature);
	if (!decoded || !verify('sha256', signedBytes(timestamp, nonce, body), key, decoded)) {
		throw invalid();
	}
}

const isText = (value: Headers[string]): value is string =>
	typeof value === 'string' && value !== '';

/** Node joins the values of a header that arrives twice. */
const isDoubled = (value: Headers[string]): boolean =>
	Array.isArray(value) ? value.length > 1 : isText(value) && value.includes(', ');

/** One buffer of Node's pool: joining three buffers takes a good part of the time that is not cryptography. */
function signedBytes(timestamp: string, nonce: string, body: Buffer): Buffer {
	const head = `${timestamp}\n${nonce}\n`;
	const headBytes = Buffer.byteLength(head);
	const signed = Buffer.allocUnsafe(headBytes + body.length + 1);
	signed.write(head, 'utf8');
	body.copy(signed, headBytes);
	signed[signed.length - 1] = 0x0a;
	return signed;
}

function headersMissing(names: readonly string[]): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_SIGNATURE_HEADERS_MISSING',
		message: `Without ${names.join(', ')} this cannot be a message of WeChat Pay.`,
		likelyCause:
			'Another sender called the address, or a proxy removed headers that it does not know.',
		nextStep:
			'If payments are missing, let the proxy in front of n8n pass all Wechatpay-* headers on.',
	});
}

function headersDoubled(names: readonly string[]): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_SIGNATURE_HEADERS_DOUBLED',
		message: `${names.join(', ')} arrived more than once.`,
		likelyCause: 'A proxy in front of n8n adds the headers that it also passes on.',
		nextStep: 'Let the proxy pass each Wechatpay-* header on once, unchanged.',
	});
}

function unknownType(): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_SIGNATURE_TYPE_UNKNOWN',
		message: `The message is not signed with ${SIGNATURE_TYPE}.`,
		likelyCause: 'The merchant account uses another signature algorithm (brand or SM2 keys).',
		nextStep: 'Use an ordinary merchant account with RSA keys.',
	});
}

function expired(): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_TIMESTAMP_EXPIRED',
		message: `The message was not signed within ${TIMESTAMP_WINDOW_S} seconds of this machine's time.`,
		likelyCause:
			'The clock of the machine that runs n8n is wrong, or an old message was sent again.',
		nextStep: 'Synchronise the clock of the machine (NTP).',
	});
}

function unknownSerial(serial: string): IntegrationError {
	const shown = /^[\w:]{1,64}$/.test(serial) ? serial : '(unreadable)';
	return new IntegrationError({
		code: 'WECHAT_SERIAL_UNKNOWN',
		message: `The message is signed with key ${shown}, which the credential does not hold.`,
		likelyCause:
			'WeChat Pay has moved to a new key or from certificates to a public key, or the message is one of its probes.',
		nextStep: `If it happens again and again, add that key to Verification Keys in the WeChat Pay API credential and keep the old one: a public key from ${API_SECURITY} → WeChat Pay Public Key (微信支付公钥). Certificates come by themselves with Platform Certificates on Automatic.`,
	});
}

function invalid(): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_SIGNATURE_INVALID',
		message: 'The signature does not fit the message.',
		likelyCause:
			'A forgery, one of the wrong signatures that WeChat Pay sends on purpose, or a proxy that changes the body.',
		nextStep: 'If every message fails, let the proxy in front of n8n pass bodies on unchanged.',
	});
}
