import { IntegrationError } from '../core/errors';
import type { ApiAnswer } from './answer';
import { apiAdvice } from './refusal-advice';

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
