import type { HttpDownload, HttpCallContext } from '../../core/http';
import type { WechatPayAccount } from '../keys/account';
import { signedRequest, unixSeconds } from './client';
import { asObject, tryParse } from '../../core/json';
import { refusalError } from './refusal';

/** For a whole file: a large bill takes minutes over a slow line. */
const TIMEOUT_MS = 5 * 60_000;
const LONGEST_REFUSAL = 64 * 1024;

/**
 * A signed request for a file, made once. The answer's signature is not looked at here: bills have none,
 * statements one of their own.
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
		timeoutMs: TIMEOUT_MS,
	});
	if (answer.status === 200) return answer;
	const body = asObject(tryParse(await startOf(answer))) ?? {};
	throw refusalError({ status: answer.status, headers: answer.headers, body });
}

async function startOf({ body }: HttpDownload): Promise<string> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of body as AsyncIterable<Buffer>) {
		chunks.push(chunk);
		if ((length += chunk.length) > LONGEST_REFUSAL) break;
	}
	return Buffer.concat(chunks).toString('utf8');
}
