import { IntegrationError } from '../../core/errors';
import type { WechatPayAccount } from '../keys/account';

/** Which of its two numbers an order is looked up by. */
export type OrderKey = { transaction_id: string } | { out_trade_no: string };

const BACKUP_HOSTS: Record<string, string> = {
	'https://api.mch.weixin.qq.com': 'https://api2.mch.weixin.qq.com',
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

const ordersOf = ({ region }: WechatPayAccount): string =>
	region === 'global' ? '/v3/global/transactions' : '/v3/pay/transactions';

/** `*` is legal in the merchant's numbers, and what is signed has to be what is sent. */
const segment = (text: string): string => encodeURIComponent(text).replace(/\*/g, '%2A');

/** Path and query of an order query; cross-border accounts have other paths. */
export function orderTarget(account: WechatPayAccount, key: OrderKey): string {
	const path =
		'transaction_id' in key
			? `id/${segment(key.transaction_id)}`
			: `out-trade-no/${segment(key.out_trade_no)}`;
	return `${ordersOf(account)}/${path}?mchid=${account.mchid}`;
}

/** Path that closes an unpaid order. */
export function closeTarget(account: WechatPayAccount, out_trade_no: string): string {
	return `${ordersOf(account)}/out-trade-no/${segment(out_trade_no)}/close`;
}

/** Path that asks for a refund. */
export function refundsTarget({ region }: WechatPayAccount): string {
	return region === 'global' ? '/v3/global/refunds' : '/v3/refund/domestic/refunds';
}

/** Path and query of a refund query. */
export function refundTarget(account: WechatPayAccount, out_refund_no: string): string {
	const number = segment(out_refund_no);
	return account.region === 'global'
		? `/v3/global/refunds/out-refund-no/${number}?mchid=${account.mchid}`
		: `/v3/refund/domestic/refunds/${number}`;
}

/** Path and query, those parameters left out that are undefined. */
export function withQuery(path: string, parameters: Record<string, string | undefined>): string {
	const pairs = Object.entries(parameters).flatMap(([name, value]) =>
		value === undefined ? [] : [`${name}=${segment(value)}`],
	);
	return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

/**
 * @param side where the call exists; the sandbox and other addresses have both
 * @throws IntegrationError `WECHAT_REGION_WRONG`
 */
export function requireSide({ region }: WechatPayAccount, side: 'mainland' | 'global'): void {
	if (region !== (side === 'global' ? 'mainland' : 'global')) return;
	throw new IntegrationError({
		code: 'WECHAT_REGION_WRONG',
		message:
			side === 'global'
				? 'WeChat Pay has this for cross-border merchants only.'
				: 'WeChat Pay has this for merchants in mainland China only.',
		likelyCause: `The region of the credential is ${region}.`,
		nextStep:
			side === 'global'
				? 'Mainland merchants use the trade bill and the fund flow bill.'
				: 'Cross-border merchants use the global statement and the settlements.',
	});
}
