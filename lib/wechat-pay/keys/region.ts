import { credentialError, IntegrationError } from '../../core/errors';
import type { PathFamily, WechatPayAccount, WechatPayCredential } from './account';

/**
 * Where the API of a merchant number answers, without a slash at the end.
 *
 * @throws IntegrationError `WECHAT_BASE_URL_INVALID`
 */
export function baseUrl({ region, baseUrl }: WechatPayCredential): string {
	// Older numbers of Hong Kong are served by the mainland host.
	if (region === 'mainland' || region === 'hk') return 'https://api.mch.weixin.qq.com';
	if (region === 'global') return 'https://apihk.mch.weixin.qq.com';
	const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
	if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
		throw credentialError('Base URL', 'WECHAT_BASE_URL_INVALID', 'It is not an http(s) address.', {
			likelyCause: 'A part is missing, or the address continues after the host name.',
			nextStep: 'Enter only scheme, host and port, e.g. http://127.0.0.1:8085.',
		});
	}
	return url.href.replace(/\/+$/, '');
}

/** Which paths an account uses. The sandbox and other addresses have all of them, and the credential chooses. */
export const pathFamily = ({ region, paths }: WechatPayAccount): PathFamily =>
	region === 'sandbox' || region === 'custom' ? (paths ?? 'mainland') : region;

/** Beginning of all cross-border paths. Older numbers of Hong Kong have their own. */
export const crossBorder = (account: WechatPayAccount): string =>
	pathFamily(account) === 'hk' ? '/hk/v3' : '/v3/global';

export const isCrossBorder = (account: WechatPayAccount): boolean =>
	pathFamily(account) !== 'mainland';

/**
 * @param side where the call exists; the sandbox and other addresses have both
 * @throws IntegrationError `WECHAT_REGION_WRONG`
 */
export function requireSide({ region }: WechatPayAccount, side: 'mainland' | 'global'): void {
	if (region === 'sandbox' || region === 'custom') return;
	if ((region === 'mainland') === (side === 'mainland')) return;
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
