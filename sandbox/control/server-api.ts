import type { ServerApiRules } from '../server-api/rules';
import type { ControlRoutes, Controls } from './controls';

/** api.weixin.qq.com: its accounts, its rules and its tokens. */
export function addServerApi({ get, post }: ControlRoutes, { serverApi }: Controls): void {
	const { miniProgram, shopAccount, rules } = serverApi;
	get('/server-api', () => ({ miniProgram, shopAccount, rules }));
	post('/server-api', (changed: Partial<ServerApiRules>) => {
		const unknown = Object.keys(changed).find((name) => !(name in rules));
		if (unknown !== undefined) {
			throw new Error(`${unknown} is no rule: ${Object.keys(rules).join(', ')}`);
		}
		return Object.assign(rules, changed);
	});
	get('/tokens', () => serverApi.tokens());
	post(
		'/tokens/end',
		({ how, account }: { how?: 'invalidated' | 'expired'; account?: 'miniProgram' | 'shop' }) => {
			if (how !== 'invalidated' && how !== 'expired') {
				throw new Error('how is invalidated or expired');
			}
			serverApi.endTokens(how, account);
			return serverApi.tokens();
		},
	);
}
