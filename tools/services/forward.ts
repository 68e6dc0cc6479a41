import { request, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';

/** Passes a call on to another server. @returns its answer, of which the content has not been read */
export async function forward(
	target: string,
	{ method, url, headers }: IncomingMessage,
	body: Buffer,
): Promise<IncomingMessage> {
	const { protocol, host } = new URL(target);
	const send = protocol === 'https:' ? secureRequest : request;
	return await new Promise((resolve, reject) => {
		const options = { method, headers: { ...headers, host } };
		const call = send(`${target}${url ?? ''}`, options, resolve);
		call.once('error', reject);
		call.end(body);
	});
}
