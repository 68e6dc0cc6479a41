import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { TokenSource, WechatApiAccount } from '../../lib/wechat-api/account';
import { accessTokens, requestToken } from '../../lib/wechat-api/access-token';
import type { OpenApiAccount } from '../../lib/wechat-api/call';
import { callContext } from './call-context';
import { BoundedMap } from '../../lib/core/memoize';

const WECHAT = 'https://api.weixin.qq.com';
const accounts = new BoundedMap<string, OpenApiAccount>(20);

/** The account of a decrypted WeChat Mini Program API or WeChat Shop API credential, with no token yet. */
export function openApiAccount(
	kind: WechatApiAccount['kind'],
	credential: ICredentialDataDecryptedObject,
): OpenApiAccount {
	const text = (name: string) => String(credential[name] ?? '').trim();
	const tokens: TokenSource =
		text('tokenFrom') === 'server'
			? { from: 'server', url: text('tokenUrl'), secret: text('tokenSecret') }
			: { from: 'wechat', secret: text('secret') };
	const elsewhere = ['sandbox', 'custom'].includes(text('address')) ? text('baseUrl') : '';
	const baseUrl = (elsewhere || WECHAT).replace(/\/+$/, '');
	const account: WechatApiAccount = { kind, appid: text('appid'), baseUrl, tokens };
	const request = async () => await requestToken(account, callContext);
	return { ...account, accessToken: accessTokens(request, callContext.monotonic) };
}

/**
 * The same, remembered by a digest of the credential: every execution in this process shares one token,
 * and a changed credential gets a new one.
 */
export function rememberedApiAccount(
	kind: WechatApiAccount['kind'],
	credential: ICredentialDataDecryptedObject,
): OpenApiAccount {
	const digest = createHash('sha256')
		.update(JSON.stringify([kind, Object.entries(credential).sort()]))
		.digest('base64');
	return accounts.getOrCreate(digest, () => openApiAccount(kind, credential));
}
