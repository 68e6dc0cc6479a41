import type { HttpCallContext } from '../../core/http';
import { IntegrationError } from '../../core/errors';
import { withRetry, type RetryPolicy } from '../../core/retry';
import type { WechatPayAccount } from '../keys/account';
import { responseUnproved, sendSigned } from './client';
import type { SignedCall, WechatPayAnswer } from './client';
import { apiHosts } from './endpoints';
import type { JsonObject } from '../../core/json';
import { refusalError } from './refusal';

/** Within WeChat's advice to back off; every call that is repeated says the same each time. */
export const WECHAT_RETRY: RetryPolicy = {
	baseMs: 500,
	maxMs: 8_000,
	budgetMs: 60_000,
	attempts: 5,
};

/**
 * A signed call, repeated until WeChat Pay has made up its mind: after no answer, 429, 5xx and 202, with the
 * same bytes, freshly signed. Where WeChat has a second host, a failed connection moves on to it.
 * Only for calls that may be repeated: every call of this package is named by the merchant's own number.
 *
 * @returns the body of a 2xx, which WeChat Pay has signed, or a refusal that a repetition cannot mend
 * @throws IntegrationError `WECHAT_REFUSED`, `WECHAT_NOT_DONE_YET`, `WECHAT_RESPONSE_UNPROVED` or `HTTP_…`
 */
export async function callUntilAnswered(
	account: WechatPayAccount,
	call: SignedCall,
	context: HttpCallContext,
	/** Runs before each further attempt; an answer that it finds is taken instead of asking again. */
	lookUp?: (account: WechatPayAccount) => Promise<WechatPayAnswer | undefined>,
): Promise<WechatPayAnswer> {
	const onHosts = withHosts(account);
	let attempts = 0;
	return await withRetry(context, WECHAT_RETRY, async () => {
		attempts += 1;
		const repeated = attempts > 1;
		return await onHosts(async (host) => {
			const known = repeated ? await lookUp?.(host) : undefined;
			return known ?? decided(await sendSigned(host, call, context));
		});
	});
}

/** `callUntilAnswered` where every refusal is an error. */
export async function callWechatPay(
	account: WechatPayAccount,
	call: SignedCall,
	context: HttpCallContext,
): Promise<JsonObject> {
	const answer = await callUntilAnswered(account, call, context);
	if (answer.status >= 300) throw refusalError(answer);
	return answer.body;
}

/** `callWechatPay` without repetitions, for a caller that repeats more than this one call. */
export async function callOnce(
	account: WechatPayAccount,
	call: SignedCall,
	context: HttpCallContext,
): Promise<JsonObject> {
	const answer = decided(await sendSigned(account, call, context));
	if (answer.status >= 300) throw refusalError(answer);
	return answer.body;
}

/** @returns a refusal that WeChat Pay has signed. @throws IntegrationError for one that anybody may have made up */
export function proved(answer: WechatPayAnswer): WechatPayAnswer {
	if (answer.unproved) throw responseUnproved(answer.unproved);
	return answer;
}

/** Runs attempts against one host after the other, changing it when a connection fails. */
export function withHosts(
	account: WechatPayAccount,
): <T>(attempt: (account: WechatPayAccount) => Promise<T>) => Promise<T> {
	const hosts = apiHosts(account);
	let current = 0;
	return async (attempt) => {
		try {
			return await attempt({ ...account, baseUrl: hosts[current] ?? account.baseUrl });
		} catch (error) {
			if (error instanceof IntegrationError && error.code.startsWith('HTTP_')) {
				current = (current + 1) % hosts.length;
			}
			throw error;
		}
	};
}

/** @throws IntegrationError, `retryable`, when the answer leaves open what happened */
function decided(answer: WechatPayAnswer): WechatPayAnswer {
	if (answer.status === 202) throw notDoneYet();
	const refusal = answer.status >= 300 ? refusalError(answer) : undefined;
	if (refusal?.retryable) throw refusal;
	return answer;
}

function notDoneYet(): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_NOT_DONE_YET',
		message: 'WeChat Pay has accepted the call, but not carried it out yet.',
		likelyCause: 'WeChat Pay is busy.',
		nextStep: 'Run the step again with the same numbers: that is how its result is learned.',
		retryable: true,
		ambiguous: true,
	});
}
