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

/** Fields of a call that name whose order it is. */
export type OwnerFields = Record<'mchid' | 'sp_mchid' | 'sub_mchid', unknown>;

/**
 * Whose order a call is about: the merchant's own, or that of the merchant of a service provider.
 *
 * @returns the sub-merchant
 * @throws WeChatError 400 `PARAM_ERROR`
 */
export function checkOwner(
	{ mchid, sp_mchid, sub_mchid }: OwnerFields,
	wechat: WeChat,
	location: 'query' | 'body' = 'query',
): string | undefined {
	if (sp_mchid === undefined) {
		checkMchid(mchid, wechat, location);
		return undefined;
	}
	checkMchid(sp_mchid, wechat, location);
	if (typeof sub_mchid === 'string' && /^\d+$/.test(sub_mchid)) return sub_mchid;
	throw paramError('sub_mchid', '', 'sub_mchid is required', location);
}

/** The same from a query string. */
export const queryOwner = (call: Call): OwnerFields => ({
	mchid: call.req.query('mchid'),
	sp_mchid: call.req.query('sp_mchid'),
	sub_mchid: call.req.query('sub_mchid'),
});

/** The same from a body. */
export const bodyOwner = ({ mchid, sp_mchid, sub_mchid }: JsonObject): OwnerFields => ({
	mchid,
	sp_mchid,
	sub_mchid,
});
