import axios from 'axios';
import http from 'node:http';
import https from 'node:https';

import { IntegrationError } from './errors';

export interface HttpRequest {
	method: 'GET' | 'POST';
	url: string;
	headers?: Record<string, string>;
	/** Sent byte for byte: signatures are made over it. */
	body?: string;
	timeoutMs: number;
}

export interface HttpResponse {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** As received, before any parsing: signatures are checked over it. */
	body: Buffer;
}

const MAX_RESPONSE_BYTES = 64 * 1024 * 1024;
const httpAgent = new http.Agent({ keepAlive: true });
const httpsAgent = new https.Agent({ keepAlive: true });

/** Nothing reached the other side with these, so nothing can have been done there. */
const NEVER_SENT = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
]);

/**
 * The one place that talks HTTP. Any status is an answer; redirects are not followed.
 *
 * @throws IntegrationError `HTTP_UNREACHABLE` (nothing was sent) or `HTTP_NO_ANSWER` (`ambiguous`: it may have been)
 */
export async function sendHttp(request: HttpRequest): Promise<HttpResponse> {
	try {
		const response = await axios.request<Buffer>({
			method: request.method,
			url: request.url,
			headers: { 'User-Agent': 'n8n-nodes-wechat-odoo', ...request.headers },
			data: request.body,
			// axios would otherwise re-serialise text that looks like JSON.
			transformRequest: [(body: unknown) => body],
			responseType: 'arraybuffer',
			maxRedirects: 0,
			maxContentLength: MAX_RESPONSE_BYTES,
			timeout: request.timeoutMs,
			signal: AbortSignal.timeout(request.timeoutMs),
			validateStatus: () => true,
			httpAgent,
			httpsAgent,
		});
		return {
			status: response.status,
			headers: Object.fromEntries(
				Object.entries(response.headers).map(([name, value]) => [
					name.toLowerCase(),
					String(value),
				]),
			),
			body: Buffer.from(response.data),
		};
	} catch (error) {
		throw unanswered(request, (error as { code?: string }).code ?? 'unknown');
	}
}

function unanswered(request: HttpRequest, reason: string): IntegrationError {
	const { host } = new URL(request.url);
	if (NEVER_SENT.has(reason)) {
		return new IntegrationError({
			code: 'HTTP_UNREACHABLE',
			message: `${host} cannot be reached (${reason}).`,
			likelyCause: 'The address in the credential is wrong, or the server or the network is down.',
			nextStep: 'Open the address from the machine that runs n8n, then correct the credential.',
			retryable: true,
		});
	}
	return new IntegrationError({
		code: 'HTTP_NO_ANSWER',
		message: `${host} gave no complete answer within ${request.timeoutMs / 1000} s (${reason}).`,
		likelyCause:
			'The server is overloaded, or a proxy or firewall between it and n8n cut the call.',
		nextStep: 'Run the step again: what may have been done already is looked up first.',
		retryable: true,
		ambiguous: true,
	});
}
