import { IntegrationError } from '../../core/errors';
import { sendHttp, type HttpRequest, type HttpResponse } from '../../core/http';
import { readRetryAfter } from '../../core/retry';

/**
 * Sends a request to an Odoo server. Network and proxy errors are converted to `ODOO_…` errors; every
 * other status is returned.
 *
 * @throws IntegrationError `ODOO_UNREACHABLE`, `ODOO_NO_ANSWER` (ambiguous), `ODOO_UNAVAILABLE`, `ODOO_TOO_MANY_CALLS`, `ODOO_ADDRESS_REDIRECTS`
 */
export async function sendToOdoo(request: HttpRequest): Promise<HttpResponse> {
	const response = await sendHttp(request).catch((error: unknown) =>
		Promise.reject(inOdooTerms(error)),
	);
	if (REDIRECTS.has(response.status)) throw redirects(response);
	if (response.status === 429) throw tooManyCalls(response);
	if (response.status === 502 || response.status === 503) {
		throw unavailable(response.status, pauseOf(response));
	}
	if (response.status === 504) throw noAnswer('the proxy in front of it gave up (504)');
	return response;
}

/** Without 303, which an Odoo without JSON-2 answers for its login page. */
const REDIRECTS = new Set([301, 302, 307, 308]);

function inOdooTerms(error: unknown): unknown {
	if (!(error instanceof IntegrationError)) return error;
	if (error.ambiguous) return noAnswer(error.message);
	return new IntegrationError({
		code: 'ODOO_UNREACHABLE',
		message: `The Odoo server cannot be reached: ${error.message}`,
		likelyCause: 'The URL in the credential is wrong, or Odoo or the network to it is down.',
		nextStep: 'Open the URL from the machine that runs n8n, then correct the credential.',
		retryable: true,
	});
}

function noAnswer(reason: string): IntegrationError {
	return new IntegrationError({
		code: 'ODOO_NO_ANSWER',
		message: `Odoo did not answer: ${reason}`,
		likelyCause:
			'Odoo is overloaded or restarting, or a proxy in front of it limits the duration of calls.',
		nextStep: 'Run the node again: it first looks up what Odoo has done already.',
		retryable: true,
		ambiguous: true,
	});
}

const pauseOf = ({ headers }: HttpResponse): number | undefined =>
	readRetryAfter(headers['retry-after'], Date.now());

/** Nothing was done: the limit is checked before Odoo looks at the call. */
function tooManyCalls(response: HttpResponse): IntegrationError {
	return new IntegrationError({
		code: 'ODOO_TOO_MANY_CALLS',
		message: 'Odoo, or a proxy in front of it, accepts no more calls at the moment (HTTP 429).',
		likelyCause: 'More calls arrived within a second than the hosting plan or the proxy allows.',
		nextStep:
			'Nothing has to be undone. If this keeps happening, set Calls per Second in the Odoo credential to the limit of the plan, or raise the limit in the proxy.',
		retryable: true,
		retryAfterMs: pauseOf(response),
	});
}

/** The server or a proxy is unavailable: says nothing about the call itself. */
export function unavailable(status: number, retryAfterMs?: number): IntegrationError {
	return new IntegrationError({
		code: 'ODOO_UNAVAILABLE',
		message: `Odoo is not available at the moment (HTTP ${status}).`,
		likelyCause: 'The server restarts or is being upgraded, or all its workers are busy.',
		nextStep: 'Wait a minute and run the node again. If this keeps happening, check the server.',
		retryable: true,
		ambiguous: true,
		retryAfterMs,
	});
}

function redirects(response: HttpResponse): IntegrationError {
	return new IntegrationError({
		code: 'ODOO_ADDRESS_REDIRECTS',
		message: `The Odoo URL answers with a redirect (HTTP ${response.status}).`,
		likelyCause:
			'The URL begins with http:// although the server wants https://, or the host has moved.',
		nextStep: 'Open the URL in a browser and copy the address it ends at into the credential.',
	});
}
