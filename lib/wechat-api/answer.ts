import { IntegrationError } from '../core/errors';
import type { HttpResponse } from '../core/http';
import { parseObject } from '../core/json';
import { apiAdvice } from './refusal-advice';

/** An answer of api.weixin.qq.com: what `errcode` says, and the body it came in. */
export interface ApiAnswer {
	/** 0 where the body has none: a success need not say so. */
	errcode: number;
	errmsg: string;
	/** Integers of 16 digits and more are strings. */
	body: Record<string, unknown>;
}

/**
 * Reads an answer. Refusals usually come with HTTP 200 too, so only `errcode` counts.
 *
 * @throws IntegrationError `WECHAT_API_DOWN` for a 5xx, which leaves open what was done, and
 * `WECHAT_API_ANSWER_UNREADABLE` for anything that is no JSON object
 */
export function readApiAnswer({ status, body }: HttpResponse): ApiAnswer {
	if (status >= 500) throw down(status);
	const parsed = parseObject(body);
	if (!parsed || status >= 300) throw unreadable(status);
	const { errcode, errmsg } = parsed;
	return {
		errcode: typeof errcode === 'number' ? errcode : Number(errcode ?? 0),
		errmsg: typeof errmsg === 'string' ? errmsg : '',
		body: parsed,
	};
}

const down = (status: number) =>
	new IntegrationError({
		code: 'WECHAT_API_DOWN',
		message: `The WeChat server API answered ${status}.`,
		likelyCause: 'WeChat is overloaded or under maintenance.',
		nextStep: 'Run the step again a little later: what was done already is looked up first.',
		retryable: true,
		ambiguous: true,
	});

const unreadable = (status: number) =>
	new IntegrationError({
		code: 'WECHAT_API_ANSWER_UNREADABLE',
		message: `The WeChat server API answered ${status} with something else than a JSON object.`,
		likelyCause: 'A proxy answered in its place, or the address in the credential leads elsewhere.',
		nextStep:
			'Compare the address in the credential with https://api.weixin.qq.com, and look at the proxy of the machine that runs n8n.',
		ambiguous: true,
	});

/** Codes that a repetition may mend, with the pause they ask for in ms. */
const LATER: Record<number, number | undefined> = {
	[-1]: undefined,
	10060012: undefined,
	10060019: undefined,
	10020054: undefined,
	43108: 2_000,
	44990: 5_000,
	45011: 60_000,
};
/** "System busy" or "failed" does not say that nothing was done. */
const OPEN = new Set([-1, 10060012, 10060019, 10020054]);
const MAX_TEXT = 300;

/**
 * WeChat's refusal in our words, with its own beside it: `errmsg` holds the `rid` that WeChat's
 * support asks for. `retryable` where the same call may succeed later, `ambiguous` where it may have
 * been done all the same.
 */
export function apiRefusal({ errcode, errmsg }: Pick<ApiAnswer, 'errcode' | 'errmsg'>) {
	const said = errmsg === '' ? '' : `: ${errmsg.slice(0, MAX_TEXT)}`;
	return new IntegrationError({
		code: 'WECHAT_API_REFUSED',
		message: `WeChat answered errcode ${errcode}${said}.`,
		...apiAdvice(errcode),
		retryable: errcode in LATER,
		ambiguous: OPEN.has(errcode),
		retryAfterMs: LATER[errcode],
	});
}
