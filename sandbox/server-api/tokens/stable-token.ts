import { ServerApiError } from '../errcode';
import type { ServerApiEndpoint } from '../endpoint';
import { checkSecret, tokenAnswer } from './check-secret';

const FORCED_A_DAY = 20;

/** The token that everybody may ask for at any time. */
export const getStableToken: ServerApiEndpoint = {
	method: 'POST',
	path: '/cgi-bin/stable_token',
	account: 'none',
	handle: ({ body }, wechat) => {
		const appid = checkSecret(body, wechat);
		const { tokens, counter } = wechat.serverApi;
		const atMs = wechat.now();
		if (body.force_refresh !== true) return tokenAnswer(tokens.stable(appid, atMs), atMs);
		if (!counter.fits(`forced ${appid}`, 'day', FORCED_A_DAY, atMs))
			throw new ServerApiError(45009);
		return tokenAnswer(tokens.forced(appid, atMs), atMs);
	},
};
