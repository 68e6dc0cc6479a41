import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Sandbox } from '../../../../../../sandbox';
import { sharedSandbox } from '../../../../../support/shared-sandbox';

let sandbox: Sandbox;
let server: Server;
let url: string;
let answers: string[] = [];
let received: string[] = [];

beforeAll(async () => {
	sandbox = await sharedSandbox({ timeScale: 0 });
	server = createServer((request, response) => {
		received.push(request.url ?? '');
		response.end(answers.shift() ?? 'success');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/push`;
});
afterAll(async () => {
	server.close();
	await sandbox.stop();
});
beforeEach(() => {
	answers = [];
	received = [];
});

const event = (order_id: string) => ({
	event: 'channels_ec_order_pay',
	openid: 'OPENID',
	key: 'order_info',
	body: { order_id },
});

it('delivers again until it gets the text success or nothing, 10 times at most', async () => {
	answers = ['{"errcode":1}', 'FAIL', ''];
	expect(await sandbox.serverApi.shop.push(event('371'), { url })).toBe(true);
	expect(received).toHaveLength(3);
	answers = Array.from({ length: 20 }, () => 'no');
	received = [];
	expect(await sandbox.serverApi.shop.push(event('372'), { url })).toBe(false);
	expect(received).toHaveLength(10);
});

it('signs each delivery in the query, and delivers copies', async () => {
	await sandbox.serverApi.shop.push(event('373'), { url, copies: 3 });
	expect(received).toHaveLength(3);
	expect(new Set(received).size).toBe(3);
	expect(received[0]).toMatch(/^\/push\?signature=[0-9a-f]{40}&timestamp=\d{10}&nonce=\d+/);
});

it('loses the share of events that it is asked to lose', async () => {
	expect(await sandbox.serverApi.shop.push(event('374'), { url, lost: 1 })).toBe(false);
	expect(received).toEqual([]);
	expect(sandbox.serverApi.shop.pushed().at(-1)).toMatchObject({ copy: null, acknowledged: false });
});

it('accepts the address only of a server that echoes', async () => {
	expect(await sandbox.serverApi.shop.checkAddress(url)).toBe(false);
});
