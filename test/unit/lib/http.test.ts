import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { sendHttp } from '../../../lib/http';

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const open: Array<() => void> = [];
afterEach(() => {
	for (const close of open.splice(0)) close();
});

/** A server on the loopback address that answers as told. */
async function serve(answer: Answer): Promise<string> {
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => answer(request, response, Buffer.concat(chunks).toString()));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	open.push(() => {
		server.closeAllConnections();
		server.close();
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('sending HTTP', () => {
	it('sends the body byte for byte and hands the answer back as received', async () => {
		const sent = '{"total": 1.0,  "name":"茶"}';
		const url = await serve((request, response, body) => {
			response.writeHead(200, { 'X-Echo': String(request.headers['content-type']) });
			response.end(body);
		});
		const headers = { 'Content-Type': 'application/json' };
		const answer = await sendHttp({ method: 'POST', url, headers, body: sent, timeoutMs: 5000 });
		expect(answer.status).toBe(200);
		expect(answer.headers['x-echo']).toBe('application/json');
		expect(answer.body.toString()).toBe(sent);
	});

	it.each([204, 302, 404, 500])('takes %i for an answer', async (status) => {
		const url = await serve((_, response) => {
			response.writeHead(status, status === 302 ? { Location: '/elsewhere' } : {});
			response.end();
		});
		expect((await sendHttp({ method: 'GET', url, timeoutMs: 5000 })).status).toBe(status);
	});

	it('knows that nothing was done where nobody listens', async () => {
		const url = await serve(() => {});
		open.splice(0).forEach((close) => close());
		await expect(sendHttp({ method: 'GET', url, timeoutMs: 5000 })).rejects.toMatchObject({
			code: 'HTTP_UNREACHABLE',
			retryable: true,
			ambiguous: false,
		});
	});

	it('does not claim to know what was done when no answer comes', async () => {
		const cut = await serve((request) => request.socket.destroy());
		const silent = await serve(() => {});
		for (const [url, timeoutMs] of [
			[cut, 5000],
			[silent, 50],
		] as const) {
			await expect(sendHttp({ method: 'POST', url, body: 'x', timeoutMs })).rejects.toMatchObject({
				code: 'HTTP_NO_ANSWER',
				retryable: true,
				ambiguous: true,
			});
		}
	});
});
