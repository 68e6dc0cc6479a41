import type { Sandbox } from '../../../../sandbox';

export interface Answer {
	status: number;
	text: string;
	/** As JavaScript reads it. `{}` when the answer is no JSON. */
	json: Record<string, unknown> & { errcode?: number; errmsg?: string };
}

/** A POST of JSON (or of text as it is) to api.weixin.qq.com, as a merchant makes it. */
export async function post(sandbox: Sandbox, target: string, body: unknown): Promise<Answer> {
	const response = await fetch(sandbox.url + target, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: typeof body === 'string' ? body : JSON.stringify(body),
	});
	return await answerFrom(response);
}

export async function get(sandbox: Sandbox, target: string): Promise<Answer> {
	return await answerFrom(await fetch(sandbox.url + target));
}

async function answerFrom(response: Response): Promise<Answer> {
	const text = await response.text();
	const json = (text.startsWith('{') ? JSON.parse(text) : {}) as Answer['json'];
	return { status: response.status, text, json };
}

/** A stable token, in normal mode unless `force` says otherwise. */
export async function askToken(
	sandbox: Sandbox,
	account: 'miniProgram' | 'shopAccount' = 'miniProgram',
	force = false,
): Promise<Answer> {
	return await post(sandbox, '/cgi-bin/stable_token', {
		grant_type: 'client_credential',
		...sandbox.serverApi[account],
		force_refresh: force,
	});
}

/** Calls with a token of the account. */
export function caller(sandbox: Sandbox, account: 'miniProgram' | 'shopAccount' = 'miniProgram') {
	return async (path: string, body: unknown): Promise<Answer> => {
		const { json } = await askToken(sandbox, account);
		return await post(sandbox, `${path}?access_token=${String(json.access_token)}`, body);
	};
}
