import { setTimeout as sleep } from 'node:timers/promises';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** n8n's REST interface as its editor uses it: signed in with a cookie. */
export interface N8nRest {
	/** The cookie of the session, once signed in. */
	session(): string;
	/**
	 * @returns the answer's JSON, without the `data` that n8n wraps around it
	 * @throws Error with the status and n8n's message
	 */
	call<T>(method: Method, path: string, body?: unknown): Promise<T>;
}

/** @param session cookie of an earlier sign-in: n8n allows only a few of them a minute */
export function n8nRest(url: string, session = ''): N8nRest {
	let cookie = session;
	return {
		session: () => cookie,
		async call<T>(method: Method, path: string, body?: unknown): Promise<T> {
			const ask = async () =>
				await fetch(`${url}${path}`, {
					method,
					// n8n ends idle connections, sometimes just as one is used again.
					headers: { 'content-type': 'application/json', connection: 'close', cookie },
					...(body === undefined ? {} : { body: JSON.stringify(body) }),
				});
			let response = await ask();
			// Under load n8n takes its database for lost, and does nothing for a moment but say so.
			for (let again = 0; response.status === 503 && again < 20; again += 1) {
				await sleep(500);
				response = await ask();
			}
			cookie = sessionCookie(response.headers.getSetCookie()) ?? cookie;
			const text = await response.text();
			if (!response.ok) {
				throw new Error(`n8n answered ${method} ${path} with ${response.status}: ${reason(text)}`);
			}
			return unwrapped(text) as T;
		},
	};
}

/** The session in `Set-Cookie` headers, ready to be sent back. */
export function sessionCookie(setCookie: string[]): string | undefined {
	return setCookie.find((line) => line.startsWith('n8n-auth='))?.split(';')[0];
}

/** The content of an answer: most of n8n's have it in `data`, the node types come bare. */
export function unwrapped(text: string): unknown {
	const json: unknown = JSON.parse(text === '' ? 'null' : text);
	const wrapped = typeof json === 'object' && json !== null && !Array.isArray(json);
	return wrapped && 'data' in json ? json.data : json;
}

function reason(text: string): string {
	try {
		return (JSON.parse(text) as { message?: string }).message ?? text.slice(0, 300);
	} catch {
		return text.slice(0, 300);
	}
}
