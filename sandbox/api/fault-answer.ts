import type { Fault } from '../faults';
import type { WeChat } from '../wechat';
import type { HttpAnswerOut, HttpRequestIn } from './answer';
import { WeChatError } from './wechat-error';

/** How one version of the API works, and how it says no. */
export interface Answering {
	answer: () => HttpAnswerOut;
	refuse: (error: WeChatError) => HttpAnswerOut;
}

/** The answer to a call, with the faults that are switched on. Writes the call down. */
export function answerWithFaults(
	request: HttpRequestIn,
	{ faults, calls, now }: WeChat,
	{ answer, refuse }: Answering,
): HttpAnswerOut {
	const hits = faults.hitting(request);
	const refusing = hits.find(({ kind }) => kind === 'rateLimit' || kind === 'error');
	const out = refusing ? refusal(refusing, refuse) : answer();
	const { method, target } = request;
	const dropped = hits.some(({ kind }) => kind === 'dropped');
	const slow = hits.filter(({ kind }) => kind === 'slow');
	const delayMs = slow.reduce((sum, fault) => sum + (fault.delayMs ?? 10_000), 0);
	const status = dropped ? null : out.status;
	const kinds = hits.map(({ kind }) => kind);
	calls.push({ method, target, status, faults: kinds, at: new Date(now()).toISOString() });
	return { ...out, ...(dropped ? { dropped } : {}), ...(delayMs > 0 ? { delayMs } : {}) };
}

function refusal(fault: Fault, refuse: Answering['refuse']): HttpAnswerOut {
	if (fault.kind === 'error') {
		if (fault.status === 502) return BAD_GATEWAY;
		return refuse(
			fault.status === 503
				? new WeChatError(503, 'SERVICE_UNAVAILABLE', '服务不可用，请稍后重试')
				: new WeChatError(500, 'SYSTEM_ERROR', '系统异常，请稍后重试'),
		);
	}
	const message = '频率限制，请降低请求接口频率';
	const out = refuse(new WeChatError(429, 'FREQUENCY_LIMITED', message, undefined, '268447840'));
	return fault.retryAfterS === undefined
		? out
		: { ...out, headers: { ...out.headers, 'Retry-After': String(fault.retryAfterS) } };
}

/** A gateway knows no keys. */
const BAD_GATEWAY: HttpAnswerOut = {
	status: 502,
	headers: { 'Content-Type': 'text/html' },
	body: '<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>',
};
