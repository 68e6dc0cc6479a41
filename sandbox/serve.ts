import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { HttpAnswerOut, HttpRequestIn } from './api/answer';

const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** Serves on the loopback address; 0 takes a free port. Resolves when it listens. */
export async function serve(
	port: number,
	answer: (request: HttpRequestIn) => HttpAnswerOut,
): Promise<{ url: string; close: () => Promise<void> }> {
	const server = createServer((request, response) => {
		readBody(request)
			.then((body) => {
				const { method = 'GET', url: target = '/', headers } = request;
				const out = answer({ method, target, headers, body });
				response.writeHead(out.status, out.headers).end(out.body);
			})
			.catch((error: unknown) => {
				const reason = error instanceof Error ? error.message : String(error);
				response.writeHead(500).end(`The sandbox failed: ${reason}\n`);
			});
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	const { port: actual } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${actual}`, close: async () => closeServer(server) };
}

async function readBody(request: IncomingMessage): Promise<string> {
	const parts: Buffer[] = [];
	let size = 0;
	for await (const part of request as AsyncIterable<Buffer>) {
		size += part.length;
		if (size > MAX_BODY_BYTES) throw new Error('A request to the sandbox is too large');
		parts.push(part);
	}
	return Buffer.concat(parts).toString('utf8');
}

async function closeServer(server: Server): Promise<void> {
	const closed = new Promise((resolve) => server.close(resolve));
	server.closeAllConnections();
	await closed;
}
