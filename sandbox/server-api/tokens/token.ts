import type { ServerApiEndpoint } from '../endpoint';
import { checkSecret, tokenAnswer } from './check-secret';

/** The older way to a token, which ends the one before. */
export const getToken: ServerApiEndpoint = {
	method: 'GET',
	path: '/cgi-bin/token',
	account: 'none',
	handle: ({ query }, wechat) => {
		const appid = checkSecret(Object.fromEntries(query), wechat);
		const atMs = wechat.now();
		return tokenAnswer(wechat.serverApi.tokens.legacy(appid, atMs), atMs);
	},
};
