import type { JsonObject } from '../pay-api/json-body';
import type { WeChat } from '../platform/wechat';

/** A call whose token has been checked. */
export interface ServerApiCall {
	/** `{}` of a GET. */
	body: JsonObject;
	query: URLSearchParams;
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
