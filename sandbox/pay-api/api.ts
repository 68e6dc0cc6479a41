import type { WeChat } from '../platform/wechat';

/** A request whose signature has been checked. */
export interface ApiRequest {
	/** Decoded values of the `{name}` parts of the path. */
	params: Record<string, string>;
	query: URLSearchParams;
	/** Names in lower case. */
	headers: Record<string, string | string[] | undefined>;
	body: string;
}

export interface ApiAnswer {
	status: number;
	/** Sent as JSON; nothing is sent when absent. */
	body?: unknown;
	/** Sent as it is, instead of `body`. */
	file?: ApiFile;
}

export interface ApiFile {
	bytes: Buffer;
	headers: Record<string, string>;
	/** What the signature covers instead of the bytes. Nothing is signed when absent. */
	signedText?: string;
}

/** One API of WeChat Pay. */
export interface Api {
	method: 'GET' | 'POST';
	/** With `{name}` for what differs, e.g. `/v3/pay/transactions/id/{transaction_id}`. */
	path: string;
	/** @throws WeChatError for an answer in WeChat's own error shape */
	handle(request: ApiRequest, wechat: WeChat): ApiAnswer;
}
