import type { Fault, FaultKind } from './faults';
import type { WeChat } from '../platform/wechat';
import type { HttpAnswerOut, HttpRequestIn } from './http';
import { WeChatError } from '../pay-api/wechat-error';

/** How one API works, and how it says that it failed. */
export interface Answering {
	answer: () => HttpAnswerOut;
	/** The answer to a call that `rateLimit`, `error` or `refusal` hits. */
	fail: (fault: Fault) => HttpAnswerOut;
}

const FAILING: FaultKind[] = ['rateLimit', 'error', 'refusal'];

/** The answer to a call, with the faults that are switched on. Writes the call down. */
export function answerWithFaults(
	request: HttpRequestIn,
	{ faults, calls, now }: WeChat,
	{ answer, fail }: Answering,
): HttpAnswerOut {
	const hits = faults.hitting(request);
	const failing = hits.find(({ kind }) => FAILING.includes(kind));
	if (failing?.done) answer();
	const out = failing ? fail(failing) : answer();
	const { method, target } = request;
	const dropped = hits.some(({ kind }) => kind === 'dropped');
	const slow = hits.filter(({ kind }) => kind === 'slow');
	const delayMs = slow.reduce((sum, fault) => sum + (fault.delayMs ?? 10_000), 0);
	calls.push({
		method,
		target,
		status: dropped ? null : out.status,
		...(out.errcode === undefined ? {} : { errcode: out.errcode }),
		faults: hits.map(({ kind }) => kind),
		at: new Date(now()).toISOString(),
	});
	return { ...out, ...(dropped ? { dropped } : {}), ...(delayMs > 0 ? { delayMs } : {}) };
}

/** WeChat Pay's answer to a call that fails, in the words of one version of its API. */
export function payFailure(
	fault: Fault,
	refuse: (error: WeChatError) => HttpAnswerOut,
): HttpAnswerOut {
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
export const BAD_GATEWAY: HttpAnswerOut = {
	status: 502,
	headers: { 'Content-Type': 'text/html' },
	body: '<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>',
};
