import { parseObject, type JsonObject } from '../core/json';
import type { WeChat } from '../platform/wechat';
import { ServerApiError } from './errcode';

/** A call whose token has been checked. */
export interface ServerApiCall {
	/** `{}` of a GET. */
	body: JsonObject;
	query: Record<string, string>;
}

/** One API of api.weixin.qq.com. */
export interface ServerApiEndpoint {
	method: 'GET' | 'POST';
	path: string;
	/** Whose token it takes; `none` for those that hand tokens out. */
	account: 'miniProgram' | 'shop' | 'none';
	/** What is answered beside `errcode` 0. @throws ServerApiError to say no */
	handle(call: ServerApiCall, wechat: WeChat): object;
}

/** @throws ServerApiError 44002 for an empty body, 40033 for `\u` escapes, 47001 for anything but a JSON object */
export function readBody(text: string): JsonObject {
	if (text.trim() === '') throw new ServerApiError(44002);
	if (/\\u[0-9a-f]{4}/i.test(text)) throw new ServerApiError(40033);
	const body = parseObject(text);
	if (!body) throw new ServerApiError(47001);
	return body;
}
