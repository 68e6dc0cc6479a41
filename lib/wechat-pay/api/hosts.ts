import { IntegrationError } from '../../core/errors';
import { withRetry, type CallContext, type RetryPolicy } from '../../core/retry';
import type { WechatPayAccount } from '../keys/account';

/** Within WeChat's advice to back off. Repeated calls are identical. */
const WECHAT_RETRY: RetryPolicy = {
	baseMs: 500,
	maxMs: 8_000,
	budgetMs: 60_000,
	attempts: 5,
};

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

/**
 * Runs an attempt until it succeeds or a repetition cannot help. A failed connection switches to the other host
 * where WeChat has one.
 *
 * @param attempt gets the account with the host to call
 * @throws the last error of `attempt`
 */
export async function repeatOnHosts<T>(
	account: WechatPayAccount,
	context: CallContext,
	attempt: (host: WechatPayAccount) => Promise<T>,
): Promise<T> {
	const hosts = apiHosts(account);
	let current = 0;
	return await withRetry(context, WECHAT_RETRY, async () => {
		try {
			return await attempt({ ...account, baseUrl: hosts[current] ?? account.baseUrl });
		} catch (error) {
			if (error instanceof IntegrationError && error.code.startsWith('HTTP_')) {
				current = (current + 1) % hosts.length;
			}
			throw error;
		}
	});
}
