import axios, { type AxiosRequestConfig } from 'axios';
import { PassThrough, type Readable } from 'node:stream';

import { IntegrationError } from './errors';
import { connectionFor } from './outbound';
import type { CallContext } from './retry';

export interface HttpRequest {
	method: 'GET' | 'POST' | 'PATCH' | 'PUT';
	url: string;
	headers?: Record<string, string>;
	/** Sent byte for byte: signatures are made over it. */
	body?: string;
	/** A form with a file, sent in place of `body`. */
	bytes?: Buffer;
	timeoutMs: number;
}

export interface HttpResponse {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** As received, before any parsing: signatures are checked over it. */
	body: Buffer;
}

/** An answer whose body is still on its way. */
export interface HttpDownload {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** As sent: what is compressed stays so. Has to be read to its end, or destroyed. */
	body: Readable;
}

/** What calls of an HTTP API need besides their data; replaced in tests. */
export interface HttpCallContext extends CallContext {
	send: typeof sendHttp;
	download: typeof downloadHttp;
}

const MAX_RESPONSE_BYTES = 64 * 1024 * 1024;

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
 * @throws IntegrationError `HTTP_ADDRESS_INVALID`, `HTTP_ADDRESS_NOT_ALLOWED` or `HTTP_UNREACHABLE` (nothing was sent), or `HTTP_NO_ANSWER` (`ambiguous`: it may have been)
 */
export async function sendHttp(request: HttpRequest): Promise<HttpResponse> {
	const settings = await settingsOf(request);
	try {
		const { status, headers, data } = await axios.request<Buffer>({
			...settings,
			responseType: 'arraybuffer',
			maxContentLength: MAX_RESPONSE_BYTES,
		});
		return { status, headers: lowerCase(headers), body: Buffer.from(data) };
	} catch (error) {
		throw unanswered(request, reasonOf(error));
	}
}

/**
 * The same for a body of any size, which is read as it arrives. The time limit is for the whole body:
 * when it is over, or the connection breaks, reading fails with the same errors.
 */
export async function downloadHttp(request: HttpRequest): Promise<HttpDownload> {
	const settings = await settingsOf(request);
	try {
		const { status, headers, data } = await axios.request<Readable>({
			...settings,
			responseType: 'stream',
			decompress: false,
		});
		return { status, headers: lowerCase(headers), body: withOurErrors(data, request) };
	} catch (error) {
		throw unanswered(request, reasonOf(error));
	}
}

/** Destroyed together with what it reads: an unread rest does not hold the connection. */
function withOurErrors(source: Readable, request: HttpRequest): Readable {
	const body = new PassThrough();
	source.on('error', (error) => body.destroy(unanswered(request, reasonOf(error))));
	body.on('close', () => source.destroy());
	return source.pipe(body);
}

async function settingsOf(request: HttpRequest): Promise<AxiosRequestConfig> {
	const { lookup, ...connection } = await connectionFor(request.url);
	return {
		method: request.method,
		url: request.url,
		headers: { 'User-Agent': 'n8n-nodes-wechat-odoo', ...request.headers },
		data: request.bytes ?? request.body,
		// axios would otherwise re-serialise text that looks like JSON.
		transformRequest: [(body: unknown) => body],
		maxRedirects: 0,
		timeout: request.timeoutMs,
		signal: AbortSignal.timeout(request.timeoutMs),
		validateStatus: () => true,
		...connection,
		...(lookup ? { lookup: lookup as AxiosRequestConfig['lookup'] & object } : {}),
	};
}

const lowerCase = (headers: object): Record<string, string> =>
	Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
	);

const reasonOf = (error: unknown): string => (error as { code?: string }).code ?? 'unknown';

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
