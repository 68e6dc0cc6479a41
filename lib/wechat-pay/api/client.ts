import { randomBytes } from 'node:crypto';

import { IntegrationError, type ErrorDetails } from '../../core/errors';
import type { HttpCallContext, HttpRequest, HttpResponse } from '../../core/http';
import { parseObject, type JsonObject } from '../../core/json';
import { webAddress } from '../../core/outbound';
import type { WechatPayAccount } from '../keys/account';
import { isPublicKeyId } from '../keys/encoding';
import { verifySignature } from '../keys/signature';
import { authorizationHeader } from '../keys/merchant-key';

export interface SignedCall {
	method: 'GET' | 'POST' | 'PATCH' | 'PUT';
	/** Path and query, percent-encoded. */
	target: string;
	/** JSON, sent and signed byte for byte. */
	body?: string;
	/** Serial of WeChat Pay's key that fields of the body are encrypted with. */
	encryptedFor?: string;
	/** A form with a file. It is sent in place of `body`, which WeChat Pay signs alone. */
	form?: { type: string; bytes: Buffer };
}

export interface WechatPayAnswer {
	status: number;
	headers: Record<string, string>;
	body: JsonObject;
	/** Why the answer cannot be proved to be WeChat Pay's; undefined when it can. */
	unproved?: IntegrationError;
}

const TIMEOUT_MS = 10_000;

/** WeChat Pay signs over Unix seconds. */
export const unixSeconds = ({ now }: Pick<HttpCallContext, 'now'>): number =>
	Math.floor(now() / 1000);

/** `sendSigned` for a GET. */
export async function getSigned(
	account: WechatPayAccount,
	target: string,
	context: HttpCallContext,
): Promise<WechatPayAnswer> {
	return await sendSigned(account, { method: 'GET', target }, context);
}

/**
 * One signed call, made once. Success that WeChat Pay did not sign is an error; refusals are handed back
 * with a note, because WeChat does not sign all of them.
 *
 * @throws IntegrationError `HTTP_…`, or `WECHAT_RESPONSE_UNPROVED` for an unsigned 2xx
 */
export async function sendSigned(
	account: WechatPayAccount,
	call: SignedCall,
	context: HttpCallContext,
): Promise<WechatPayAnswer> {
	const response = await context.send(signedRequest(account, call, unixSeconds(context)));
	const unproved = problemWithSignature(response, account, unixSeconds(context));
	if (unproved && response.status < 300) throw responseUnproved(unproved);
	const body = parseObject(response.body) ?? {};
	const answer = { status: response.status, headers: response.headers, body };
	return unproved ? { ...answer, unproved } : answer;
}

/**
 * The request with its `Authorization`, valid for five minutes (WeChat Pay APIv3, signing requests).
 *
 * @param timestamp Unix seconds
 */
export function signedRequest(
	account: WechatPayAccount,
	{ method, target, body, encryptedFor, form }: SignedCall,
	timestamp: number,
): HttpRequest {
	const url = webAddress(account.baseUrl + target);
	const toSign = {
		method,
		// What is signed is what the server sees: a base URL may have a path.
		target: url.pathname + url.search,
		body: body ?? '',
		timestamp,
		nonce: randomBytes(16).toString('hex'),
	};
	return {
		method,
		url: url.href,
		headers: {
			Accept: 'application/json',
			...(body === undefined ? {} : { 'Content-Type': form?.type ?? 'application/json' }),
			...(encryptedFor ? { 'Wechatpay-Serial': encryptedFor } : askForKey(account)),
			Authorization: authorizationHeader(toSign, account),
		},
		...(body === undefined ? {} : { body }),
		...(form && { bytes: form.bytes }),
		timeoutMs: TIMEOUT_MS,
	};
}

/** A merchant with a public key gets answers signed with it only when the request names it. */
function askForKey(account: WechatPayAccount): Record<string, string> {
	const id = [...account.verificationKeys.keys()].find(isPublicKeyId);
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

/** What the same fault of a notification has another cause for. */
const ADVICE: Record<string, Pick<ErrorDetails, 'likelyCause' | 'nextStep'>> = {
	WECHAT_SIGNATURE_HEADERS_MISSING: {
		likelyCause:
			'Something else answered instead of WeChat Pay: a gateway, a firewall, or another server at the Base URL.',
		nextStep:
			'Check Region and Base URL in the credential and whether this machine reaches WeChat Pay directly, then run the step again.',
	},
	WECHAT_SIGNATURE_INVALID: {
		likelyCause:
			'WeChat Pay sent one of its deliberately wrong signatures, or something on the way changed the answer.',
		nextStep: 'Run the step again. If it always fails, look for a proxy that changes answers.',
	},
};

/** The error of a response without a valid signature. @param reason why the signature is not valid */
export function responseUnproved(reason: IntegrationError): IntegrationError {
	const { likelyCause, nextStep } = ADVICE[reason.code] ?? reason;
	return new IntegrationError({
		code: 'WECHAT_RESPONSE_UNPROVED',
		message: `The answer cannot be proved to come from WeChat Pay. ${reason.message}`,
		likelyCause,
		nextStep,
		// WeChat Pay probes answers with wrong signatures, too; and the call may have been carried out.
		retryable: true,
		ambiguous: true,
	});
}
