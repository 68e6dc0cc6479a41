import { IntegrationError } from '../core/errors';
import { memoizeAsync } from '../core/memoize';
import type { HttpRequest, HttpCallContext } from '../core/http';
import type { WechatApiAccount } from './account';
import { apiRefusal, readApiAnswer } from './answer';

export interface AccessToken {
	token: string;
	/** Remaining life in seconds, as WeChat states it. */
	expiresIn: number;
}

/** An access token; with a token that WeChat just refused, another one if there is one. */
export type GetAccessToken = (refused?: string) => Promise<string>;

const TIMEOUT_MS = 10_000;
/** WeChat issues a new token when the old one has five minutes left; both work during that time. */
const RENEW_BEFORE_MS = 300_000;
/** A token near its end is not requested again for every call. */
const MIN_LIFE_MS = 10_000;

/**
 * Keeps one account's token until five minutes before its end. A refused token is requested once more,
 * never forced (WeChat, stable access token).
 *
 * @param request asks WeChat or the token server
 * @param monotonic milliseconds, of any origin, on a clock that is never set
 */
export function accessTokens(
	request: () => Promise<AccessToken>,
	monotonic: () => number,
): GetAccessToken {
	const tokens = memoizeAsync<AccessToken>(1);
	return async (refused) => {
		const isFresh = ({ token, expiresIn }: AccessToken, ageMs: number) =>
			token !== refused && ageMs < Math.max(MIN_LIFE_MS, expiresIn * 1000 - RENEW_BEFORE_MS);
		const { token } = await tokens('', request, isFresh, monotonic());
		return token;
	};
}

/**
 * Requests a token: WeChat's stable one in normal mode, which keeps the tokens of other programs
 * valid, or one of the merchant's token server (`GET`, `Authorization: Bearer`, the same response).
 *
 * @throws IntegrationError `WECHAT_API_REFUSED`, `WECHAT_TOKEN_MISSING` or `HTTP_…`
 */
export async function requestToken(
	account: WechatApiAccount,
	{ send }: Pick<HttpCallContext, 'send'>,
): Promise<AccessToken> {
	const { errcode, errmsg, body } = readApiAnswer(await send(tokenRequest(account)));
	// On a token call 40001 means the secret, not a token.
	if (errcode !== 0) throw apiRefusal({ errcode: errcode === 40001 ? 40125 : errcode, errmsg });
	const { access_token: token, expires_in: expiresIn } = body;
	if (typeof token !== 'string' || token === '') throw missing();
	return { token, expiresIn: Number(expiresIn) || 0 };
}

function tokenRequest({ appid, baseUrl, tokens }: WechatApiAccount): HttpRequest {
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
		likelyCause: 'The token server URL in the credential is wrong.',
		nextStep:
			'Make the token server return JSON: {"access_token": "…", "expires_in": seconds left}.',
	});
