import { textOf } from '../../core/json';
import type { WeChat } from '../../platform/wechat';
import type { ServerApiEndpoint } from '../endpoint';
import { ServerApiError } from '../errcode';

const FORCED_A_DAY = 20;

/** The token that several systems can ask for at any time, and the older one, which ends the one before. */
export const tokenEndpoints: ServerApiEndpoint[] = [
	{
		method: 'POST',
		path: '/cgi-bin/stable_token',
		account: 'none',
		handle: ({ body }, wechat) => {
			const appid = checkSecret(body, wechat);
			const { tokens, counter } = wechat.serverApi;
			const atMs = wechat.now();
			if (body.force_refresh !== true) return tokenAnswer(tokens.stable(appid, atMs), atMs);
			if (!counter.fits(`forced ${appid}`, 'day', FORCED_A_DAY, atMs)) {
				throw new ServerApiError(45009);
			}
			return tokenAnswer(tokens.forced(appid, atMs), atMs);
		},
	},
	{
		method: 'GET',
		path: '/cgi-bin/token',
		account: 'none',
		handle: ({ query }, wechat) => {
			const appid = checkSecret(query, wechat);
			const atMs = wechat.now();
			return tokenAnswer(wechat.serverApi.tokens.legacy(appid, atMs), atMs);
		},
	},
];

/** The AppID whose secret fits. @throws ServerApiError 40002, 41002, 41004, 40013, 40125 for what cannot be a secret, 40001 for another one */
function checkSecret(
	{ grant_type, appid, secret }: Record<string, unknown>,
	{ serverApi: { miniProgram, shopAccount } }: WeChat,
): string {
	if (grant_type !== 'client_credential') throw new ServerApiError(40002);
	if (textOf(appid) === undefined) throw new ServerApiError(41002);
	if (textOf(secret) === undefined) throw new ServerApiError(41004);
	const account = [miniProgram, shopAccount].find((one) => one.appid === appid);
	if (!account) throw new ServerApiError(40013);
	if (account.secret === secret) return account.appid;
	throw new ServerApiError(/^[0-9a-f]{32}$/.test(String(secret)) ? 40001 : 40125);
}

const tokenAnswer = (
	{ access_token, expiresAtMs }: { access_token: string; expiresAtMs: number },
	atMs: number,
): object => ({ access_token, expires_in: Math.floor((expiresAtMs - atMs) / 1000) });
