import { IntegrationError } from '../../core/errors';
import { sendHttp, type HttpRequest, type HttpResponse } from '../../core/http';

/**
 * Sends a request to an Odoo server. Network and proxy errors are converted to `ODOO_…` errors; every
 * other status is returned.
 *
 * @throws IntegrationError `ODOO_UNREACHABLE`, `ODOO_NO_ANSWER` (ambiguous), `ODOO_ADDRESS_REDIRECTS`
 */
export async function sendToOdoo(request: HttpRequest): Promise<HttpResponse> {
	const response = await sendHttp(request).catch((error: unknown) =>
		Promise.reject(inOdooTerms(error)),
	);
	if (response.status >= 300 && response.status < 400) throw redirects(response);
	if (response.status === 502 || response.status === 503) throw unavailable(response.status);
	if (response.status === 504) throw noAnswer('the proxy in front of it gave up (504)');
	return response;
}

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

/** The server or a proxy is unavailable: says nothing about the call itself. */
export function unavailable(status: number): IntegrationError {
	return new IntegrationError({
		code: 'ODOO_UNAVAILABLE',
		message: `Odoo is not available at the moment (HTTP ${status}).`,
		likelyCause: 'The server restarts or is being upgraded, or all its workers are busy.',
		nextStep: 'Wait a minute and run the node again. If this keeps happening, check the server.',
		retryable: true,
		ambiguous: true,
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
