import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { askShop } from '../../../../lib/shop-backend/ask';
import { signedHeaders } from '../../../../lib/shop-backend/sign';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const NOW = Date.UTC(2026, 10, 22, 13, 25);

let server: Server;
let url: string;
let answer: { status: number; body: string };
let asked: { headers: IncomingHttpHeaders; body: string };
beforeAll(async () => {
	server = createServer(async (request, response) => {
		let body = '';
		for await (const chunk of request) body += String(chunk);
		asked = { headers: request.headers, body };
		response.writeHead(answer.status).end(answer.body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const ask = async (status: number, body: string) => {
	answer = { status, body };
	const stamp = { id: 'msg_1', now: NOW };
	return await askShop({ url, secret, timeoutMs: 5_000 }, 'order.get', { a: 1 }, stamp);
};

it('signs exactly the bytes that it sends, and keeps long numbers of the answer as text', async () => {
	expect(await ask(200, '{"id": 1234567890123456789}')).toEqual({ id: '1234567890123456789' });
	expect(JSON.parse(asked.body)).toEqual({
		...{ type: 'order.get', timestamp: '2026-11-22T13:25:00.000Z', data: { a: 1 } },
	});
	const signed = Object.entries(signedHeaders(secret, 'msg_1', NOW / 1000, asked.body));
	expect(asked.headers).toMatchObject(
		Object.fromEntries(signed.map(([name, value]) => [name.toLowerCase(), value])),
	);
});

it('knows nothing where the shop answers 404', async () => {
	expect(await ask(404, 'no')).toBeUndefined();
});

it.each([
	[401, '', 'SHOP_SIGNATURE_REFUSED', false],
	[403, '', 'SHOP_SIGNATURE_REFUSED', false],
	[400, '', 'SHOP_REFUSED', false],
	[429, '', 'SHOP_REFUSED', true],
	[503, '', 'SHOP_REFUSED', true],
	[200, '<html>', 'SHOP_ANSWER_UNREADABLE', false],
	[200, '7', 'SHOP_ANSWER_UNREADABLE', false],
])('an answer of %i with "%s" is %s', async (status, body, code, retryable) => {
	await expect(ask(status, body)).rejects.toMatchObject({ code, retryable });
});

it('says that the credential holds no address', async () => {
	const asking = askShop({ url: 'shop', secret, timeoutMs: 1 }, 'ping', {}, { id: 'x', now: NOW });
	await expect(asking).rejects.toMatchObject({ code: 'SHOP_URL_INVALID' });
});
