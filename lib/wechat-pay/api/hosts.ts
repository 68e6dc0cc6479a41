import { IntegrationError } from '../../core/errors';
import type { WechatPayAccount } from '../keys/account';

/** WeChat's cross-border host has no twin; the mainland one answers for it, more slowly. */
const BACKUP_HOSTS: Record<string, string> = {
	'https://api.mch.weixin.qq.com': 'https://api2.mch.weixin.qq.com',
	'https://apihk.mch.weixin.qq.com': 'https://api.mch.weixin.qq.com',
};

/** Where the API answers, the usual address first. */
function apiHosts({ baseUrl }: WechatPayAccount): string[] {
	const backup = BACKUP_HOSTS[baseUrl];
	return backup ? [baseUrl, backup] : [baseUrl];
}

/** Runs attempts against the current host, and switches to the other when a connection fails. */
export function withHosts(
	account: WechatPayAccount,
): <T>(attempt: (account: WechatPayAccount) => Promise<T>) => Promise<T> {
	const hosts = apiHosts(account);
	let current = 0;
	return async (attempt) => {
		try {
			return await attempt({ ...account, baseUrl: hosts[current] ?? account.baseUrl });
		} catch (error) {
			if (error instanceof IntegrationError && error.code.startsWith('HTTP_')) {
				current = (current + 1) % hosts.length;
			}
			throw error;
		}
	};
}
