import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

import { forward } from './forward';

/** The faults, until they are changed. */
export interface Trouble {
	/** Connections are closed, and the other side receives nothing. */
	down: boolean;
	/** Every answer is delayed by that many milliseconds. */
	slowMs: number;
	/** Whether an answer is lost: the other side has done its work, the connection is closed. */
	drops: () => boolean;
	/** The answer to a call that is not passed on; undefined passes it on. */
	refuses: (call: string) => { status: number; headers: Record<string, string> } | undefined;
}

/** One call that was answered, lost or refused. */
export interface ProxiedCall {
	/** `model.method` of a call to Odoo, else method and path. */
	call: string;
	/** From the request to the other side's answer, without the delay. */
	ms: number;
}

/** A proxy in front of a real server that records each call and injects faults. */
export interface TroubleProxy {
	url: string;
	/** `model.method` of every call to Odoo so far, as they came in. */
	calls: string[];
	/** Every call that the other side has answered. */
	answered: ProxiedCall[];
	trouble: Trouble;
	/** Forgets the calls so far. */
	forget(): void;
	/** Answers to this call are held back for so long after Odoo has given them. */
	delay(call: string, ms: number): void;
	close(): Promise<void>;
}

export async function troubleProxy(target: string): Promise<TroubleProxy> {
	const calls: string[] = [];
	const answered: ProxiedCall[] = [];
	const delays = new Map<string, number>();
	const trouble: Trouble = { down: false, slowMs: 0, drops: () => false, refuses: () => undefined };
	const server = createServer((incoming, outgoing) => {
		void (async () => {
			const body = await buffer(incoming);
			if (trouble.down) return void outgoing.destroy();
			const call = odooCall(incoming, body.toString('utf8'));
			if (call) calls.push(call);
			const refusal = trouble.refuses(call ?? '');
			if (refusal) return void outgoing.writeHead(refusal.status, refusal.headers).end('No');
			const began = performance.now();
			const answer = await forward(target, incoming, body);
			const content = await buffer(answer);
			const ms = performance.now() - began;
			answered.push({ call: call ?? `${incoming.method} ${incoming.url}`, ms });
			if (trouble.drops()) return void outgoing.destroy();
			await sleep(trouble.slowMs + (delays.get(call ?? '') ?? 0));
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
		answered,
		trouble,
		forget: () => void [calls, answered].forEach((list) => list.splice(0)),
		delay: (call, ms) => void delays.set(call, ms),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** JSON-2 names the call in its path, XML-RPC behind database and key. */
function odooCall({ url = '' }: IncomingMessage, body: string): string | undefined {
	const [, model, method] = /^\/json\/2\/([^/]+)\/([^/?]+)/.exec(url) ?? [];
	if (model) return `${model}.${method}`;
	if (!url.startsWith('/xmlrpc/2/object')) return undefined;
	const texts = [...body.matchAll(/<string>([^<]*)<\/string>/g)].map(([, text]) => text);
	return `${texts[2]}.${texts[3]}`;
}
