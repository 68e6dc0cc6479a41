import { IntegrationError } from '../../core/errors';
import { readRetryAfter } from '../../core/retry';
import type { WechatPayAnswer } from './client';
import { adviceOn, type Advice } from './refusal-advice';

const RETRYABLE = new Set([
	'SYSTEM_ERROR',
	'SERVICE_UNAVAILABLE',
	'FREQUENCY_LIMITED',
	'RATELIMIT_EXCEEDED',
	'RATE_LIMITED',
]);

export type Refusal = Pick<WechatPayAnswer, 'status' | 'headers' | 'body'>;

/** WeChat's `code` of an answer that is no success, or the status when it gives none. */
export function refusalCode({ status, body }: Pick<Refusal, 'status' | 'body'>): string {
	return typeof body['code'] === 'string' ? body['code'] : `HTTP ${status}`;
}

/**
 * WeChat's refusal in our words, with its own text beside it. Told by its `code`: the same one comes with
 * several statuses. `retryable` when a repetition may help, `ambiguous` when the call may have been carried
 * out all the same (WeChat Pay APIv3, error codes). Our code is `WECHAT_REFUSED`, and `WECHAT_NO_BILL` for a
 * day without a bill, which a caller may take for an answer.
 */
export function refusalError(answer: Refusal): IntegrationError {
	const code = refusalCode(answer);
	const said = typeof answer.body['message'] === 'string' ? `: ${answer.body['message']}` : '';
	const ours = answer.status >= 500 || answer.status === 429 || RETRYABLE.has(code);
	return new IntegrationError({
		code: code === 'NO_STATEMENT_EXIST' ? 'WECHAT_NO_BILL' : 'WECHAT_REFUSED',
		message: `WeChat Pay answered ${code}${said}.`,
		retryable: ours,
		ambiguous: ours,
		retryAfterMs: readRetryAfter(answer.headers['retry-after'], theirClock(answer)),
		...(adviceOn(code) ?? (ours ? BUSY : UNKNOWN)),
	});
}

/** A date in `Retry-After` is counted from the answer's own date: no clock of ours is needed. */
function theirClock({ headers }: Refusal): number {
	return Date.parse(headers['date'] ?? '');
}

const BUSY: Advice = {
	likelyCause: 'WeChat Pay is overloaded or under maintenance.',
	nextStep: 'Run the step again a little later, with the same numbers.',
};

const UNKNOWN: Advice = {
	likelyCause: 'WeChat Pay does not accept the call as it is.',
	nextStep: 'Read its message above; it names what it does not accept.',
};
