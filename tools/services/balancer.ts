import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

import { forward } from './forward';

/** One address before several servers. */
export interface Balancer {
	url: string;
	close(): Promise<void>;
}

/**
 * Shares calls out over the servers in turn, as the load balancer before n8n's webhook processors
 * does: past those that take no connection, never twice to another one once a server has the call.
 */
export async function balancer(targets: string[]): Promise<Balancer> {
	let turn = 0;
	const server = createServer((incoming, outgoing) => {
		turn += 1;
		const order = targets.map((_, index) => targets[(turn + index) % targets.length] ?? '');
		void answer(order, incoming, outgoing).catch(() => outgoing.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function answer(
	targets: string[],
	incoming: IncomingMessage,
	outgoing: ServerResponse,
): Promise<void> {
	const body = await buffer(incoming);
	for (const target of targets) {
		const answered = await forward(target, incoming, body).catch((error: { code?: string }) => {
			if (error.code === 'ECONNREFUSED') return undefined;
			throw error;
		});
		if (!answered) continue;
		const content = await buffer(answered);
		const headers = { ...answered.headers };
		delete headers['transfer-encoding'];
		outgoing.writeHead(answered.statusCode ?? 502, { ...headers, connection: 'close' });
		outgoing.end(content);
		return;
	}
	outgoing.writeHead(503, { connection: 'close' }).end();
}
