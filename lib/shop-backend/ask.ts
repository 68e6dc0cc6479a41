import { IntegrationError } from '../core/errors';
import { sendHttp, type HttpResponse } from '../core/http';
import { parseJson } from '../core/json';
import { signedHeaders } from './sign';

/** Where the shop's backend listens, and the secret it shares with n8n. */
export interface ShopBackend {
	url: string;
	secret: string;
	timeoutMs: number;
}

/** What identifies one call, given from outside so that tests need no clock. */
export interface CallStamp {
	id: string;
	/** Milliseconds since 1970. */
	now: number;
}

/**
 * Asks the shop's backend one question (docs/shop-backend.md) and gives its JSON answer.
 *
 * @param type e.g. `basket.get`
 * @returns undefined where the shop answers 404: it does not know what it was asked about
 * @throws IntegrationError `SHOP_…` or `HTTP_…`
 */
export async function askShop(
	{ url, secret, timeoutMs }: ShopBackend,
	type: string,
	question: object,
	{ id, now }: CallStamp,
): Promise<Record<string, unknown> | undefined> {
	if (!URL.canParse(url)) throw noAddress();
	const timestamp = new Date(now).toISOString();
	const body = JSON.stringify({ type, timestamp, data: question });
	const headers = signedHeaders(secret, id, Math.floor(now / 1000), body);
	const answer = await sendHttp({ method: 'POST', url, headers, body, timeoutMs });
	if (answer.status === 404) return undefined;
	if (answer.status !== 200) throw refused(answer);
	return readAnswer(answer);
}

function readAnswer({ body }: HttpResponse): Record<string, unknown> {
	try {
		const answer = parseJson(body.toString('utf8'));
		if (typeof answer === 'object' && answer !== null) return answer as Record<string, unknown>;
	} catch {
		// Told below.
	}
	throw new IntegrationError({
		code: 'SHOP_ANSWER_UNREADABLE',
		message: 'The shop backend answered with something else than a JSON object.',
		likelyCause: 'The address leads to a page for people, or to another program.',
		nextStep: 'Compare the address in the Shop Backend credential with the contract.',
	});
}

function refused({ status }: HttpResponse): IntegrationError {
	const unauthorised = status === 401 || status === 403;
	return new IntegrationError({
		code: unauthorised ? 'SHOP_SIGNATURE_REFUSED' : 'SHOP_REFUSED',
		message: `The shop backend answered ${status}.`,
		likelyCause: unauthorised
			? 'Shop and credential hold different secrets, or one of the two clocks is wrong.'
			: 'The shop backend is faulty or overloaded.',
		nextStep: unauthorised
			? 'Give the same secret to both; synchronise both clocks (NTP).'
			: 'Look into the log of the shop backend for the webhook-id of this call, then run the step again.',
		retryable: status === 429 || status >= 500,
	});
}

function noAddress(): IntegrationError {
	return new IntegrationError({
		code: 'SHOP_URL_INVALID',
		message: 'The URL in the Shop Backend credential is not an address.',
		likelyCause: 'It is empty, or "https://" is missing.',
		nextStep: 'Ask the operator of the shop for the address that answers docs/shop-backend.md.',
	});
}
