import { ALPHANUMERIC, chance, randomText } from '../core/random';
import { signatureHeaders, keyWithId } from '../keys/platform-signature';
import { signatureProbe } from '../keys/tampered';
import type { SignOptions } from '../notifications/options';
import type { WeChat } from '../platform/wechat';
import { replaceAnswer, type Middleware } from '../server/app';

/** Signs what the API answers, with a probe for a signature where the shares say so, and numbers it. */
export const signAnswers =
	(wechat: WeChat): Middleware =>
	async (call, next) => {
		await next();
		const { status, headers } = call.res;
		// From a gateway, which knows no keys.
		if (status === 502) return;
		const bytes = Buffer.from(await call.res.arrayBuffer());
		const { signedText = bytes.toString(), requestIdSuffix = '0' } = call.var;
		const { random, shares } = wechat;
		headers.set('Request-ID', `${randomText(random, 32, ALPHANUMERIC)}-${requestIdSuffix}`);
		if (headers.get('Content-Type') === 'application/json') {
			headers.set('Content-Type', 'application/json; charset=utf-8');
		}
		if (signedText !== null) {
			const key = wantedKey(call.req.header('wechatpay-serial'), wechat);
			const signed = { headers: signatureHeaders(wechat, signedText, key), body: '' };
			const sent = chance(random, shares.answerProbes) ? signatureProbe(signed) : signed;
			for (const [name, value] of Object.entries(sent.headers)) headers.set(name, value);
		}
		replaceAnswer(call, new Response(bytes.length > 0 ? bytes : null, { status, headers }));
	};

/** A request that names one of WeChat's keys is answered with it; otherwise the merchant's mode decides. */
function wantedKey(serial: string | undefined, wechat: WeChat): SignOptions {
	return serial !== undefined && keyWithId(wechat, serial)
		? { keyId: serial }
		: { keyMode: wechat.keyMode };
}
