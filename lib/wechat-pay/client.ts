import { IntegrationError } from '../errors';
import { sendHttp, type HttpResponse } from '../http';
import type { WechatPayAccount } from './account';
import { authorizationHeader } from './authorization';
import { asObject, tryParse, type JsonObject } from './notification';
import { verifySignature } from './signature';

/** What a signed call needs besides the account: replaced in tests. */
export interface Surroundings {
	/** Unix seconds. */
	now: () => number;
	/** Random text, up to 32 characters. */
	nonce: () => string;
	send: typeof sendHttp;
}

export interface WechatPayAnswer {
	status: number;
	headers: Record<string, string>;
	body: JsonObject;
	/** Why the answer cannot be proved to be WeChat Pay's; undefined when it can. */
	unproved?: IntegrationError;
}

const TIMEOUT_MS = 10_000;

/**
 * A signed GET. Success that WeChat Pay did not sign is an error; refusals are handed back with a note,
 * because WeChat does not sign all of them.
 *
 * @param target path and query, percent-encoded
 * @throws IntegrationError `HTTP_…`, or `WECHAT_RESPONSE_UNPROVED` for an unsigned 2xx
 */
export async function getSigned(
	account: WechatPayAccount,
	target: string,
	surroundings: Surroundings,
): Promise<WechatPayAnswer> {
	const url = new URL(account.baseUrl + target);
	const request = {
		method: 'GET' as const,
		// What is signed is what the server sees: a base address may have a path of its own.
		target: url.pathname + url.search,
		body: '',
		timestamp: surroundings.now(),
		nonce: surroundings.nonce(),
	};
	const response = await surroundings.send({
		method: 'GET',
		url: url.href,
		headers: {
			Accept: 'application/json',
			...askForKey(account),
			Authorization: authorizationHeader(request, account),
		},
		timeoutMs: TIMEOUT_MS,
	});
	const unproved = problemWithSignature(response, account, surroundings.now());
	if (unproved && response.status < 300) throw responseUnproved(unproved);
	const body = asObject(tryParse(response.body.toString('utf8'))) ?? {};
	const answer = { status: response.status, headers: response.headers, body };
	return unproved ? { ...answer, unproved } : answer;
}

/** A merchant with a public key gets answers signed with it only when the request names it. */
function askForKey(account: WechatPayAccount): Record<string, string> {
	const id = [...account.verificationKeys.keys()].find((key) => key.startsWith('PUB_KEY_ID_'));
	return id ? { 'Wechatpay-Serial': id } : {};
}

function problemWithSignature(
	response: HttpResponse,
	account: WechatPayAccount,
	now: number,
): IntegrationError | undefined {
	try {
		verifySignature(response.headers, response.body, account.verificationKeys, now);
		return undefined;
	} catch (error) {
		if (error instanceof IntegrationError) return error;
		throw error;
	}
}

function responseUnproved(reason: IntegrationError): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_RESPONSE_UNPROVED',
		message: `The answer cannot be proved to come from WeChat Pay. ${reason.message}`,
		likelyCause: reason.likelyCause,
		nextStep: reason.nextStep,
	});
}
