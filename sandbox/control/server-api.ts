import type { ServerApiRules } from '../server-api/rules';
import type { ControlRoute } from './route';

/** api.weixin.qq.com: its accounts, its rules and its tokens. */
export const serverApiRoutes: ControlRoute[] = [
	{
		method: 'GET',
		path: '/server-api',
		handle: (_asked, { serverApi: { miniProgram, shopAccount, rules } }) => ({
			miniProgram,
			shopAccount,
			rules,
		}),
	},
	{
		method: 'POST',
		path: '/server-api',
		handle: ({ body }, { serverApi: { rules } }) => {
			const changed = JSON.parse(body) as Partial<ServerApiRules>;
			const unknown = Object.keys(changed).find((name) => !(name in rules));
			if (unknown !== undefined) {
				throw new Error(`${unknown} is no rule: ${Object.keys(rules).join(', ')}`);
			}
			return Object.assign(rules, changed);
		},
	},
	{ method: 'GET', path: '/tokens', handle: (_asked, { serverApi }) => serverApi.tokens() },
	{
		method: 'POST',
		path: '/tokens/end',
		handle: ({ body }, { serverApi }) => {
			const { how, account } = JSON.parse(body) as {
				how?: 'invalidated' | 'expired';
				account?: 'miniProgram' | 'shop';
			};
			if (how !== 'invalidated' && how !== 'expired') {
				throw new Error('how is invalidated or expired');
			}
			serverApi.endTokens(how, account);
			return serverApi.tokens();
		},
	},
];
