import type { HttpCallContext } from '../core/http';
import { IntegrationError } from '../core/errors';
import { withRetry, type RetryPolicy } from '../core/retry';
import type { GetAccessToken } from './access-token';
import type { WechatApiAccount } from './account';
import { apiRefusal, readApiAnswer, type ApiAnswer } from './answer';

/** An account that can call. */
export interface OpenApiAccount extends WechatApiAccount {
	accessToken: GetAccessToken;
}

export interface ApiCall {
	/** e.g. `/wxa/sec/order/get_order`. */
	path: string;
	body: object;
	/**
	 * True for reads and for writes that may be done twice: repeated when WeChat is busy or gives no
	 * answer. Anything else is repeated only where nothing can have been done.
	 */
	repeatable: boolean;
}

const TOKEN_REFUSED = new Set([40001, 40014, 42001]);
const TIMEOUT_MS = 10_000;
const RETRY: RetryPolicy = { baseMs: 500, maxMs: 8_000, budgetMs: 90_000, attempts: 4 };

/**
 * One call of api.weixin.qq.com: `POST`, JSON, the token in the query. A refused token is replaced
 * once. Text goes out as UTF-8, never as `\u` escapes, which WeChat refuses.
 *
 * @returns the answer, whatever its `errcode`, except for codes that ask to come again
 * @throws IntegrationError `WECHAT_API_REFUSED` (retryable), `WECHAT_API_…` or `HTTP_…`
 */
export async function askWechatApi(
	account: OpenApiAccount,
	call: ApiCall,
	context: HttpCallContext,
): Promise<ApiAnswer> {
	return await withRetry(context, RETRY, async () => {
		try {
			const answer = await withToken(account, call, context);
			const refusal = answer.errcode === 0 ? undefined : apiRefusal(answer);
			if (refusal?.retryable) throw refusal;
			return answer;
		} catch (error) {
			throw !call.repeatable && error instanceof IntegrationError && error.ambiguous
				? onlyOnce(error)
				: error;
		}
	});
}

/** `askWechatApi` where every `errcode` but 0 is an error. */
export async function callWechatApi(
	account: OpenApiAccount,
	call: ApiCall,
	context: HttpCallContext,
): Promise<Record<string, unknown>> {
	const answer = await askWechatApi(account, call, context);
	if (answer.errcode !== 0) throw apiRefusal(answer);
	return answer.body;
}

async function withToken(
	account: OpenApiAccount,
	call: ApiCall,
	{ send }: HttpCallContext,
): Promise<ApiAnswer> {
	const once = async (token: string) =>
		readApiAnswer(
			await send({
				method: 'POST',
				url: `${account.baseUrl}${call.path}?access_token=${encodeURIComponent(token)}`,
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify(call.body),
				timeoutMs: TIMEOUT_MS,
			}),
		);
	const token = await account.accessToken();
	const answer = await once(token);
	if (!TOKEN_REFUSED.has(answer.errcode)) return answer;
	return await once(await account.accessToken(token));
}

/** The caller has to look before it writes again. */
const onlyOnce = ({ code, message, likelyCause, nextStep }: IntegrationError): IntegrationError =>
	new IntegrationError({ code, message, likelyCause, nextStep, ambiguous: true });
