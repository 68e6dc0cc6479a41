import { IntegrationError, type ErrorDetails } from '../../core/errors';
import type { JsonObject } from '../../core/json';
import { readRetryAfter } from '../../core/retry';
import {
	API_SECURITY,
	APPIDS,
	BILLS,
	FUNDS,
	MERCHANT_INFO,
	MY_PRODUCTS,
	ORDERS,
	REFUNDS,
} from '../merchant-platform';

const RETRYABLE =
	/^(SYSTEM_ERROR|SERVICE_UNAVAILABLE|FREQUENCY_LIMITED|RATELIMIT_EXCEEDED|RATE_LIMITED)$/;

type Advice = Pick<ErrorDetails, 'likelyCause' | 'nextStep'>;

export interface Refusal {
	status: number;
	headers: Record<string, string>;
	body: JsonObject;
}

/** WeChat's `code` of a refusal, or the status when there is none. */
export function refusalCode({ status, body }: Pick<Refusal, 'status' | 'body'>): string {
	return typeof body['code'] === 'string' ? body['code'] : `HTTP ${status}`;
}

/**
 * The error of a refusal, with WeChat's text. Only WeChat's `code` decides, since the same code comes with
 * several statuses (WeChat Pay APIv3, error codes). It is `retryable` when a repetition may help, `ambiguous`
 * when the call may have been carried out. Our code is `WECHAT_REFUSED`, and `WECHAT_NO_BILL` for a day
 * without a bill, which is no failure for some callers.
 */
export function refusalError(answer: Refusal): IntegrationError {
	const code = refusalCode(answer);
	const said = typeof answer.body['message'] === 'string' ? `: ${answer.body['message']}` : '';
	const ours = answer.status >= 500 || answer.status === 429 || RETRYABLE.test(code);
	return new IntegrationError({
		code: code === 'NO_STATEMENT_EXIST' ? 'WECHAT_NO_BILL' : 'WECHAT_REFUSED',
		message: `WeChat Pay answered ${code}${said}.`,
		retryable: ours,
		ambiguous: ours,
		retryAfterMs: readRetryAfter(answer.headers['retry-after'], theirClock(answer)),
		...(adviceOn(code) ?? (ours ? BUSY : UNKNOWN)),
	});
}

/** A date in `Retry-After` is compared with the response's own date, which needs no clock of ours. */
const theirClock = ({ headers }: Refusal): number => Date.parse(headers['date'] ?? '');

const BUSY: Advice = {
	likelyCause: 'WeChat Pay is overloaded or under maintenance.',
	nextStep: 'Run the step again a little later, with the same numbers.',
};

const UNKNOWN: Advice = {
	likelyCause: 'WeChat Pay does not accept the call as it is.',
	nextStep: 'Read its message above; it names what it does not accept.',
};

const TOO_OFTEN: Advice = {
	likelyCause:
		'Too many calls in a short time: an order that is being paid cannot be closed, and refunds of one order need a minute between them.',
	nextStep: `Run the step again after a minute, with the same numbers. For a refund, look at ${REFUNDS} first.`,
};

const NOT_FOUND: Advice = {
	likelyCause: 'The number is wrong, or belongs to another merchant id.',
	nextStep: `Compare the number with ${ORDERS} or ${REFUNDS}.`,
};

const ADVICE: Record<string, Advice> = {
	PARAM_ERROR: {
		likelyCause: 'A field is missing, too long or of the wrong kind.',
		nextStep: 'Read its message above: it names the field. Correct it in the node.',
	},
	INVALID_REQUEST: {
		likelyCause:
			'The call does not fit the state of the order: more than is left to refund, another amount under a refund number used before, or an order older than a year.',
		nextStep: `Compare order and refunds at ${ORDERS} and ${REFUNDS}.`,
	},
	ORDER_PAID: {
		likelyCause: 'The buyer has paid in the meantime.',
		nextStep: 'Query the order and record it as paid; to give the money back, refund it.',
	},
	ORDER_CLOSED: {
		likelyCause: 'The order was closed by the shop, or by WeChat Pay because it was not paid.',
		nextStep: 'Let the buyer order again under a new order number.',
	},
	OUT_TRADE_NO_USED: {
		likelyCause: 'The order number was used before, with other contents.',
		nextStep: `Give the order a new number. The old one is at ${ORDERS}.`,
	},
	APPID_MCHID_NOT_MATCH: {
		likelyCause: 'The App ID is not bound to this merchant.',
		nextStep: `Bind it at ${APPIDS}.`,
	},
	MCH_NOT_EXISTS: {
		likelyCause: 'The merchant ID is wrong, or belongs to the other region.',
		nextStep: `Compare it with ${MERCHANT_INFO}, and check the region in the credential.`,
	},
	NO_STATEMENT_EXIST: {
		likelyCause: 'Nothing happened on that day, or the bill is older than three months.',
		nextStep: `Compare with ${BILLS}. A node that runs every day may ignore it: see When There Is No Bill.`,
	},
	STATEMENT_CREATING: {
		likelyCause:
			"WeChat Pay is still writing the bill: a day's bill is ready at 10:00 Beijing time on the next.",
		nextStep: `Run the step again after 10:00 Beijing time (02:00 UTC). Bills are at ${BILLS}.`,
	},
	SIGN_ERROR: {
		likelyCause: 'The private key, the certificate serial or the clock is wrong.',
		nextStep: `Run the test of the WeChat Pay API credential: it names the field. Certificates are at ${API_SECURITY}.`,
	},
	NO_AUTH: {
		likelyCause: 'The merchant account has no permission for this call.',
		nextStep: `Apply for the product at ${MY_PRODUCTS}.`,
	},
	NOT_ENOUGH: {
		likelyCause: 'The account that refunds are paid from does not hold enough.',
		nextStep: `Top it up at ${FUNDS}, then run the step again with the same refund number.`,
	},
	RULE_LIMIT: {
		likelyCause:
			"A limit of WeChat Pay's is reached, such as 50 partial refunds of one order, or a limit of the account.",
		nextStep: `Look at the refunds made so far at ${REFUNDS}, and at the limits at ${FUNDS}.`,
	},
	TRADE_ERROR: {
		likelyCause: 'The order or the account does not allow it at this moment.',
		nextStep: `Read its message above, and look the order up at ${ORDERS}.`,
	},
	USER_ACCOUNT_ABNORMAL: {
		likelyCause: "The buyer's WeChat Pay account was closed or blocked.",
		nextStep: `Refund it another way, or handle it at ${REFUNDS}.`,
	},
	ORDER_NOT_EXIST: NOT_FOUND,
	RESOURCE_NOT_EXISTS: NOT_FOUND,
	FREQUENCY_LIMITED: TOO_OFTEN,
	RATELIMIT_EXCEEDED: TOO_OFTEN,
	RATE_LIMITED: TOO_OFTEN,
};

/** The usual reason for a code, and the next step with the menu of the merchant platform. */
export function adviceOn(code: string): Advice | undefined {
	return Object.hasOwn(ADVICE, code) ? ADVICE[code] : undefined;
}
