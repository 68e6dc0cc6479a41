import type { Sandbox } from '../../../sandbox';
import { authorization, type Signing } from './merchant';

export interface ApiAnswer {
	status: number;
	headers: Record<string, string>;
	text: string;
	bytes: Buffer;
	/** `{}` when the answer is no JSON. */
	json: Record<string, unknown>;
}

/** A signed GET to the sandbox's API. */
export async function get(
	sandbox: Sandbox,
	target: string,
	signing: Signing = {},
	headers: Record<string, string> = {},
): Promise<ApiAnswer> {
	return await call(sandbox, 'GET', target, undefined, signing, headers);
}

/** A signed POST of JSON. */
export async function post(sandbox: Sandbox, target: string, body: unknown): Promise<ApiAnswer> {
	return await call(sandbox, 'POST', target, JSON.stringify(body));
}

async function call(
	sandbox: Sandbox,
	method: string,
	target: string,
	body?: string,
	signing: Signing = {},
	headers: Record<string, string> = {},
): Promise<ApiAnswer> {
	const response = await fetch(sandbox.url + target, {
		method,
		headers: {
			Accept: 'application/json',
			'Accept-Encoding': 'identity',
			'User-Agent': 'test',
			...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
			Authorization: authorization(sandbox, target, {
				signedMethod: method,
				...(body === undefined ? {} : { signedBody: body }),
				...signing,
			}),
			...headers,
		},
		...(body === undefined ? {} : { body }),
	});
	const bytes = Buffer.from(await response.arrayBuffer());
	const text = bytes.toString();
	const isJson = response.headers.get('content-type')?.includes('json');
	const json = (isJson ? JSON.parse(text) : {}) as Record<string, unknown>;
	return {
		status: response.status,
		headers: Object.fromEntries(response.headers),
		text,
		bytes,
		json,
	};
}
