import { isSignedBy, SIGNATURE_TYPE, textToSign } from '../keys/signature';
import type { WeChat } from '../platform/wechat';
import { WeChatError } from './errors';

/** A request as it came in, before anything is believed. */
export interface SignedRequest {
	method: string;
	/** Path and query exactly as sent. */
	target: string;
	authorization: string | undefined;
	body: string;
}

const WINDOW_S = 300;
const SHOWN_CHARACTERS = 80;
const FIELDS = ['mchid', 'nonce_str', 'timestamp', 'serial_no', 'signature'] as const;
type Fields = Record<(typeof FIELDS)[number], string>;

/**
 * Checks who signed a request, when, and over what.
 *
 * @throws WeChatError 401 `SIGN_ERROR`, with what WeChat would have signed
 */
export function checkAuthorization(request: SignedRequest, wechat: WeChat): void {
	const fields = parseAuthorization(request.authorization);
	if (!fields)
		throw signError(
			'Http头Authorization格式错误或缺失，请检查',
			'authorization missing or malformed',
		);
	const { mchid, nonce_str, timestamp, serial_no, signature } = fields;
	const text = textToSign(request.method, request.target, timestamp, nonce_str, request.body);
	const refuse = (message: string, issue: string): WeChatError =>
		signError(message, issue, {
			method: request.method,
			sign_message_length: Buffer.byteLength(text),
			truncated_sign_message: text.slice(0, SHOWN_CHARACTERS),
			url: request.target,
		});
	if (mchid !== wechat.mchid) throw refuse('商户号有误。', 'mchid unknown');
	const certificate = wechat.merchantCertificates.find(
		({ serialNumber }) => serialNumber === serial_no.toUpperCase(),
	);
	if (!certificate) throw refuse('商户证书序列号有误。', 'serial_no unknown');
	if (Date.parse(certificate.validTo) < wechat.now()) {
		throw refuse('商户API证书已过期', 'certificate expired');
	}
	if (Math.abs(wechat.now() / 1000 - Number(timestamp)) > WINDOW_S) {
		throw refuse(
			'Http头Authorization中的timestamp与发起请求的时间不得超过5分钟',
			'timestamp expired',
		);
	}
	if (!isSignedBy(text, signature, certificate.publicKey)) {
		throw refuse('错误的签名，验签失败', 'sign not match');
	}
}

/** `WECHATPAY2-SHA256-RSA2048 name="value",…` in any order, each field once; undefined when it is not that. */
export function parseAuthorization(header = ''): Fields | undefined {
	if (!header.startsWith(`${SIGNATURE_TYPE} `)) return undefined;
	const found = new Map<string, string>();
	for (const pair of header.slice(SIGNATURE_TYPE.length + 1).split(',')) {
		const [, name, value] = /^([a-z_]+)="([^"]+)"$/.exec(pair) ?? [];
		if (name === undefined || value === undefined || found.has(name)) return undefined;
		found.set(name, value);
	}
	if (FIELDS.some((name) => !found.has(name)) || !/^\d+$/.test(found.get('timestamp') ?? '')) {
		return undefined;
	}
	return Object.fromEntries(found) as Fields;
}

function signError(message: string, issue: string, signInformation?: unknown): WeChatError {
	const detail = {
		detail: { issue },
		field: 'signature',
		location: 'authorization',
		...(signInformation === undefined ? {} : { sign_information: signInformation }),
	};
	return new WeChatError(401, 'SIGN_ERROR', message, detail, '268443699');
}
