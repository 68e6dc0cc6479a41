import { createServer, type IncomingHttpHeaders } from 'node:http';

export interface Received {
	path: string;
	headers: IncomingHttpHeaders;
	body: string;
}

export interface Reply {
	status?: number;
	headers?: Record<string, string>;
	body: string;
}

/** A server on the loopback address that answers from a function; it ends with `close`. */
export async function loopback(
	reply: (request: Received, index: number) => Reply,
): Promise<{ url: string; received: Received[]; close(): Promise<void> }> {
	const received: Received[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const one = {
				path: request.url ?? '',
				headers: request.headers,
				body: Buffer.concat(chunks).toString('utf8'),
			};
			received.push(one);
			const { status = 200, headers, body } = reply(one, received.length - 1);
			response.writeHead(status, { connection: 'close', ...headers }).end(body);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}`,
		received,
		close: async () => await new Promise((resolve) => server.close(() => resolve())),
	};
}
