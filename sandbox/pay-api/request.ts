import { parseObject, type JsonObject } from '../core/json';
import type { WeChat } from '../platform/wechat';
import type { Call } from '../server/app';
import { paramError, WeChatError } from './errors';

/** @throws WeChatError 400 `PARAM_ERROR` when the body is no JSON object */
export async function jsonBody(call: Call): Promise<JsonObject> {
	const body = parseObject(await call.req.text());
	if (body) return body;
	throw new WeChatError(400, 'PARAM_ERROR', '请求体不是合法的JSON', undefined, '268435461');
}

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
