/** An answer of WeChat Pay's API that says no: its status, code and message, and the end of its Request-ID. */
export class WeChatError extends Error {
	constructor(
		readonly status: 400 | 401 | 403 | 404 | 429 | 500 | 503,
		readonly code: string,
		message: string,
		readonly detail?: unknown,
		/** WeChat support reads the kind of error from this number. */
		readonly requestIdSuffix = '0',
	) {
		super(message);
	}
}

/** 400 `PARAM_ERROR` that names the parameter. */
export function paramError(
	field: string,
	value: string | undefined,
	issue: string,
	location: 'query' | 'body' = 'query',
): WeChatError {
	const pointer = location === 'query' ? `/query/${field}` : `/${field}`;
	const detail = { field: pointer, location, value: value ?? '', issue };
	return new WeChatError(400, 'PARAM_ERROR', '参数错误', detail, '268435461');
}
