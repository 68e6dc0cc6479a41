import { IntegrationError } from '../core/errors';
import type { HttpRequest, HttpCallContext } from '../core/http';
import type { WechatApiAccount } from './account';
import { readApiAnswer } from './answer';
import { apiRefusal } from './refusal';

export interface AccessToken {
	token: string;
	/** Seconds that it still lives, as WeChat says. */
	expiresIn: number;
}

const TIMEOUT_MS = 10_000;

/**
 * Asks for a token: WeChat's stable one in normal mode, which leaves every token that others hold
 * alive, or the merchant's own server's (`GET`, `Authorization: Bearer`, the same answer).
 *
 * @throws IntegrationError `WECHAT_API_REFUSED`, `WECHAT_TOKEN_MISSING` or `HTTP_…`
 */
export async function askToken(
	account: WechatApiAccount,
	{ send }: Pick<HttpCallContext, 'send'>,
): Promise<AccessToken> {
	const { errcode, errmsg, body } = readApiAnswer(await send(question(account)));
	// On a token call 40001 means the secret, not a token.
	if (errcode !== 0) throw apiRefusal({ errcode: errcode === 40001 ? 40125 : errcode, errmsg });
	const { access_token: token, expires_in: expiresIn } = body;
	if (typeof token !== 'string' || token === '') throw missing();
	return { token, expiresIn: Number(expiresIn) || 0 };
}

function question({ appid, baseUrl, tokens }: WechatApiAccount): HttpRequest {
	if (tokens.from === 'server') {
		return {
			method: 'GET',
			url: tokens.url,
			headers: { Accept: 'application/json', Authorization: `Bearer ${tokens.secret}` },
			timeoutMs: TIMEOUT_MS,
		};
	}
	return {
		method: 'POST',
		url: `${baseUrl}/cgi-bin/stable_token`,
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({
			grant_type: 'client_credential',
			appid,
			secret: tokens.secret,
			force_refresh: false,
		}),
		timeoutMs: TIMEOUT_MS,
	};
}

const missing = () =>
	new IntegrationError({
		code: 'WECHAT_TOKEN_MISSING',
		message: 'The token response contains no access_token.',
		likelyCause: 'The address of the token server in the credential leads to something else.',
		nextStep:
			'Let the token server answer with JSON: {"access_token": "…", "expires_in": seconds left}.',
	});
