import type { SignOptions } from '../notifications/options';
import { ALPHANUMERIC, randomText } from '../core/random';
import { SIGNATURE_TYPE, signText, textToSign } from './signature';
import { signingKey } from './signing-key';
import type { WeChat } from '../platform/wechat';

/** The `Wechatpay-*` headers of a notification or an API answer with this body. */
export function signatureHeaders(
	wechat: WeChat,
	body: string,
	options: SignOptions = {},
): Record<string, string> {
	const key = signingKey(wechat, options);
	const timestamp = String(Math.floor((options.atMs ?? wechat.now()) / 1000));
	const nonce = randomText(wechat.random, 32, ALPHANUMERIC);
	return {
		'Wechatpay-Timestamp': timestamp,
		'Wechatpay-Nonce': nonce,
		'Wechatpay-Signature': signText(textToSign(timestamp, nonce, body), key.privateKey),
		'Wechatpay-Serial': key.id,
		'Wechatpay-Signature-Type': SIGNATURE_TYPE,
	};
}
