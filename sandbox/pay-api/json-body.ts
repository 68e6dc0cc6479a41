import type { ApiRequest } from './api';
import { WeChatError } from './wechat-error';

export type JsonObject = Record<string, unknown>;

/** @throws WeChatError 400 `PARAM_ERROR` when the body is no JSON object */
export function jsonBody({ body }: Pick<ApiRequest, 'body'>): JsonObject {
	try {
		const value: unknown = JSON.parse(body);
		if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
			return value as JsonObject;
		}
	} catch {
		// Answered below, as for JSON that is no object.
	}
	throw new WeChatError(400, 'PARAM_ERROR', '请求体不是合法的JSON', undefined, '268435461');
}
