import type { WeChat } from '../wechat';

/** A request whose signature has been checked. */
export interface ApiRequest {
	/** Decoded values of the `{name}` parts of the path. */
	params: Record<string, string>;
	query: URLSearchParams;
	body: string;
}

export interface ApiAnswer {
	status: number;
	/** Sent as JSON; nothing is sent when absent. */
	body?: unknown;
}

/** One API of WeChat Pay. */
export interface Api {
	method: 'GET' | 'POST';
	/** With `{name}` for what differs, e.g. `/v3/pay/transactions/id/{transaction_id}`. */
	path: string;
	/** @throws WeChatError for an answer in WeChat's own error shape */
	handle(request: ApiRequest, wechat: WeChat): ApiAnswer;
}
