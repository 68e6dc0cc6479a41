import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
	headers: IncomingMessage['headers'];
	body: string;
}

export interface Receiver {
	url: string;
	received: Received[];
	close: () => Promise<void>;
}

/** A merchant's notification URL on the loopback address; `respond` gets each request's number from 1. */
export async function receive(
	respond: (response: ServerResponse, count: number, request: IncomingMessage) => void,
): Promise<Receiver> {
	const received: Received[] = [];
	const server = createServer((request, response) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			const body = Buffer.concat(parts).toString();
			received.push({ headers: request.headers, body });
			respond(response, received.length, request);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notify`,
		received,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
