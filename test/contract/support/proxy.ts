import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

/** A proxy in front of a real Odoo that notes each call and can be slow to hand an answer on. */
export interface SlowProxy {
	url: string;
	/** `model.method` of every call so far. */
	calls: string[];
	/** Answers to this call are held back for so long after Odoo has given them. */
	delay(call: string, ms: number): void;
	close(): Promise<void>;
}

export async function slowProxy(target: string): Promise<SlowProxy> {
	const calls: string[] = [];
	const delays = new Map<string, number>();
	const server = createServer((incoming, outgoing) => {
		void (async () => {
			const body = await buffer(incoming);
			const call = callOf(incoming, body.toString('utf8'));
			if (call) calls.push(call);
			const answer = await forward(target, incoming, body);
			const content = await buffer(answer);
			await sleep(delays.get(call ?? '') ?? 0);
			const headers = { ...answer.headers };
			delete headers['transfer-encoding'];
			outgoing.writeHead(answer.statusCode ?? 502, { ...headers, connection: 'close' });
			outgoing.end(content);
		})().catch(() => outgoing.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		calls,
		delay: (call, ms) => void delays.set(call, ms),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** JSON-2 names the call in its path, XML-RPC behind database and key. */
function callOf({ url = '' }: IncomingMessage, body: string): string | undefined {
	const [, model, method] = /^\/json\/2\/([^/]+)\/([^/?]+)/.exec(url) ?? [];
	if (model) return `${model}.${method}`;
	if (!url.startsWith('/xmlrpc/2/object')) return undefined;
	const texts = [...body.matchAll(/<string>([^<]*)<\/string>/g)].map(([, text]) => text);
	return `${texts[2]}.${texts[3]}`;
}

async function forward(
	target: string,
	{ method, url, headers }: IncomingMessage,
	body: Buffer,
): Promise<IncomingMessage> {
	return await new Promise((resolve, reject) => {
		const options = { method, headers: { ...headers, host: new URL(target).host } };
		const call = request(`${target}${url ?? ''}`, options, resolve);
		call.once('error', reject);
		call.end(body);
	});
}
