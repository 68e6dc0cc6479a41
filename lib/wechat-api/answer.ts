import { IntegrationError } from '../core/errors';
import type { HttpResponse } from '../core/http';
import { parseObject } from '../core/json';

/** An answer of api.weixin.qq.com: what `errcode` says, and the body it came in. */
export interface ApiAnswer {
	/** 0 where the body has none: a success need not say so. */
	errcode: number;
	errmsg: string;
	/** Integers of 16 digits and more are strings. */
	body: Record<string, unknown>;
}

/**
 * Reads an answer. HTTP 200 is usual for a refusal too, so only `errcode` tells.
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
