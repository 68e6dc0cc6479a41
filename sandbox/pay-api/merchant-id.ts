import type { WeChat } from '../platform/wechat';
import { paramError, WeChatError } from './wechat-error';

/** @throws WeChatError 400 `PARAM_ERROR` when it is missing, or not the one that signed */
export function checkMchid(
	mchid: unknown,
	wechat: WeChat,
	location: 'query' | 'body' = 'query',
): void {
	if (typeof mchid !== 'string' || mchid === '') {
		throw paramError('mchid', '', 'mchid is required', location);
	}
	if (mchid !== wechat.mchid) {
		throw new WeChatError(400, 'PARAM_ERROR', '商户号与签名的商户号不一致', undefined, '268447843');
	}
}
