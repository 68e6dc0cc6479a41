import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { getStock } from '../../../../lib/shop-backend/get-stock';
import { sendStock } from '../../../../lib/shop-backend/send-stock';
import { runSample } from './running-sample';

const CONTEXT = {
	now: () => Date.now(),
	monotonic: () => performance.now(),
	random: () => 0,
	sleep: async () => await Promise.resolve(),
};
let count = 0;
const stamp = () => ({ id: `msg_${(count += 1)}`, now: Date.now() });
const SECRET = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;

test('reads what was sent from the sample of the documentation, and leaves out unknown SKUs', async () => {
	const shop = await runSample();
	try {
		const backend = { ...shop, timeoutMs: 5_000 };
		const as_of = new Date().toISOString();
		const update = { sku: 'TEE-RED-M', quantity: 12, version: 7, as_of };
		await sendStock(backend, [update], stamp, CONTEXT);
		const shown = await getStock(backend, ['TEE-RED-M', 'NONE', 'TEE-RED-M'], stamp, CONTEXT);
		expect([...shown]).toEqual([['TEE-RED-M', { quantity: 12, version: 7 }]]);
	} finally {
		shop.stop();
	}
});

describe('a backend of another kind', () => {
	let server: Server;
	let answer: { status: number; body: string };
	const asked: string[][] = [];
	beforeAll(async () => {
		server = createServer(async (request, response) => {
			let text = '';
			for await (const chunk of request) text += String(chunk);
			asked.push((JSON.parse(text) as { data: { skus: string[] } }).data.skus);
			response.writeHead(answer.status).end(answer.body);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	});
	afterAll(() => server.close());
	const read = async (skus: string[]) => {
		const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		return await getStock({ url, secret: SECRET, timeoutMs: 5_000 }, skus, stamp, CONTEXT);
	};

	it('is asked for 100 SKUs at a time', async () => {
		answer = { status: 200, body: '{"stock": []}' };
		await read(Array.from({ length: 250 }, (_, index) => `SKU-${index}`));
		expect(asked.map(({ length }) => length)).toEqual([100, 100, 50]);
	});

	it.each([
		[404, '', 'SHOP_STOCK_UNSUPPORTED'],
		[200, '{}', 'SHOP_STOCK_UNREADABLE'],
		[200, '{"stock": [{"sku": "A", "quantity": 1.5}]}', 'SHOP_STOCK_UNREADABLE'],
		[200, '{"stock": [null]}', 'SHOP_STOCK_UNREADABLE'],
		[401, '', 'SHOP_SIGNATURE_REFUSED'],
	])('that answers %s %s is reported', async (status, body, code) => {
		answer = { status, body };
		await expect(read(['A'])).rejects.toMatchObject({ code });
	});
});
