import { setMaxListeners } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { HttpAnswerOut, HttpRequestIn } from './http';

const MAX_BODY_BYTES = 4 * 1024 * 1024;

export interface Serving {
	/** 0 takes a free one. */
	port: number;
	answer: (request: HttpRequestIn) => HttpAnswerOut | Promise<HttpAnswerOut>;
	/** The pause of a slow answer. Rejects when the signal aborts. */
	sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Serves on the loopback address. Resolves when it listens. */
export async function serve({
	port,
	answer,
	sleep,
}: Serving): Promise<{ url: string; close: () => Promise<void> }> {
	const closing = new AbortController();
	setMaxListeners(0, closing.signal);
	const server = createServer((request, response) => {
		readBody(request)
			.then(async (body) => {
				const { method = 'GET', url: target = '/', headers } = request;
				const out = await answer({ method, target, headers, body });
				if (out.delayMs) await sleep(out.delayMs, closing.signal);
				if (out.dropped) request.socket.destroy();
				else await send(response, out, closing.signal);
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
	return {
		url: `http://127.0.0.1:${actual}`,
		close: async () => {
			closing.abort();
			await closeServer(server);
		},
	};
}

async function send(
	response: ServerResponse,
	{ status, headers, body, stream }: HttpAnswerOut,
	closing: AbortSignal,
): Promise<void> {
	response.writeHead(status, headers);
	if (!stream) return void response.end(body);
	const gone = new AbortController();
	response.once('close', () => gone.abort());
	for await (const piece of stream(AbortSignal.any([gone.signal, closing]))) response.write(piece);
	response.end();
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
