import { IntegrationError } from '../../core/errors';
import type { HttpCallContext, HttpDownload } from '../../core/http';
import { parseObject, type JsonObject } from '../../core/json';
import type { WechatPayAccount } from '../keys/account';
import {
	responseUnproved,
	sendSigned,
	signedRequest,
	unixSeconds,
	type SignedCall,
	type WechatPayAnswer,
} from './client';
import { repeatOnHosts } from './hosts';
import { refusalError } from './refusal';

/**
 * A signed call, repeated until WeChat Pay decides: after no response, 429, 5xx and 202, with the same bytes
 * and a new signature. Where WeChat has a second host, a failed connection switches to it. Only for calls
 * that may be repeated, as all calls with a number of the merchant's may.
 *
 * @returns a 2xx that WeChat Pay signed, or a refusal that a repetition cannot change
 * @throws IntegrationError `WECHAT_REFUSED`, `WECHAT_NOT_DONE_YET`, `WECHAT_RESPONSE_UNPROVED` or `HTTP_…`
 */
export async function callUntilAnswered(
	account: WechatPayAccount,
	call: SignedCall,
	context: HttpCallContext,
	/** Runs before each further attempt; if it finds the result, the call is not repeated. */
	lookUp?: (account: WechatPayAccount) => Promise<WechatPayAnswer | undefined>,
): Promise<WechatPayAnswer> {
	let attempts = 0;
	return await repeatOnHosts(account, context, async (host) => {
		const known = attempts++ > 0 ? await lookUp?.(host) : undefined;
		return known ?? decided(await sendSigned(host, call, context));
	});
}

/** `callUntilAnswered` where every refusal is an error. */
export async function callWechatPay(
	account: WechatPayAccount,
	call: SignedCall,
	context: HttpCallContext,
): Promise<JsonObject> {
	return bodyOf(await callUntilAnswered(account, call, context));
}

/** `callWechatPay` without repetitions, for callers that repeat several calls together. */
export async function callOnce(
	account: WechatPayAccount,
	call: SignedCall,
	context: HttpCallContext,
): Promise<JsonObject> {
	return bodyOf(decided(await sendSigned(account, call, context)));
}

function bodyOf(answer: WechatPayAnswer): JsonObject {
	if (answer.status >= 300) throw refusalError(answer);
	return answer.body;
}

/** @returns a refusal signed by WeChat Pay. @throws IntegrationError for an unsigned one, which anybody could send */
export function proved(answer: WechatPayAnswer): WechatPayAnswer {
	if (answer.unproved) throw responseUnproved(answer.unproved);
	return answer;
}

/** @throws IntegrationError, `retryable`, when the response leaves open what happened */
function decided(answer: WechatPayAnswer): WechatPayAnswer {
	if (answer.status === 202) throw notDoneYet();
	const refusal = answer.status >= 300 ? refusalError(answer) : undefined;
	if (refusal?.retryable) throw refusal;
	return answer;
}

const notDoneYet = () =>
	new IntegrationError({
		code: 'WECHAT_NOT_DONE_YET',
		message: 'WeChat Pay has accepted the call, but not carried it out yet.',
		likelyCause: 'WeChat Pay is busy.',
		nextStep: 'Run the step again with the same numbers to get its result.',
		retryable: true,
		ambiguous: true,
	});

/** For a whole file: a large bill takes minutes over a slow connection. */
const DOWNLOAD_TIMEOUT_MS = 5 * 60_000;
const MAX_REFUSAL_BYTES = 64 * 1024;

/**
 * Requests a file once, with a signature. The signature of the response is not checked here: bills have
 * none, and statements have a special one.
 *
 * @throws IntegrationError `WECHAT_REFUSED` or `HTTP_…`
 */
export async function downloadSigned(
	account: WechatPayAccount,
	target: string,
	context: HttpCallContext,
	headers: Record<string, string> = {},
): Promise<HttpDownload> {
	const request = signedRequest(account, { method: 'GET', target }, unixSeconds(context));
	const answer = await context.download({
		...request,
		headers: { ...request.headers, ...headers },
		timeoutMs: DOWNLOAD_TIMEOUT_MS,
	});
	if (answer.status === 200) return answer;
	const body = parseObject(await startOf(answer)) ?? {};
	throw refusalError({ status: answer.status, headers: answer.headers, body });
}

async function startOf({ body }: HttpDownload): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of body as AsyncIterable<Buffer>) {
		chunks.push(chunk);
		if ((length += chunk.length) > MAX_REFUSAL_BYTES) break;
	}
	return Buffer.concat(chunks);
}
