import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { gzipSync } from 'node:zlib';

import { downloadHttp, sendHttp } from '../../../../lib/core/http';

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

describe('downloading', () => {
	const read = async (body: AsyncIterable<Buffer>) => {
		const chunks: Buffer[] = [];
		for await (const chunk of body) chunks.push(chunk);
		return Buffer.concat(chunks);
	};

	it('hands the bytes on as they were sent, packed ones too', async () => {
		const packed = gzipSync('a bill');
		const url = await serve((_, response) => {
			response.writeHead(200, { 'Content-Encoding': 'gzip', 'X-Hash': 'abc' });
			response.end(packed);
		});
		const { status, headers, body } = await downloadHttp({ method: 'GET', url, timeoutMs: 5000 });
		expect([status, headers['x-hash']]).toEqual([200, 'abc']);
		expect(await read(body)).toEqual(packed);
	});

	it('fails while it is read when the connection breaks or time is up', async () => {
		const cut = await serve((request, response) => {
			response.writeHead(200, { 'Content-Length': '1000' });
			response.write('begun', () => request.socket.destroy());
		});
		const slow = await serve((_, response) => void response.writeHead(200).write('begun'));
		for (const [url, timeoutMs] of [
			[cut, 5000],
			[slow, 300],
		] as const) {
			const { body } = await downloadHttp({ method: 'GET', url, timeoutMs });
			await expect(read(body)).rejects.toMatchObject({ code: 'HTTP_NO_ANSWER', ambiguous: true });
		}
	});

	it('lets go of the connection when nobody reads on', async () => {
		let closed: Promise<unknown> | undefined;
		const url = await serve((request, response) => {
			closed = once(request.socket, 'close');
			response.writeHead(200).write('begun');
		});
		const { body } = await downloadHttp({ method: 'GET', url, timeoutMs: 60_000 });
		for await (const chunk of body) {
			expect(String(chunk)).toBe('begun');
			break;
		}
		await closed;
		expect(body.destroyed).toBe(true);
	});
});
