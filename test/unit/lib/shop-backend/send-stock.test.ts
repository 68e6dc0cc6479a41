import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { sendStock } from '../../../../lib/shop-backend/send-stock';
import type { StockUpdate } from '../../../../lib/core/stock-update';
import { runSample } from './running-sample';

const context = {
	now: Date.now,
	monotonic: () => performance.now(),
	random: () => 0,
	sleep: async () => void (await sleep(0)),
};
const figure = (sku: string, quantity: number, version: number): StockUpdate => ({
	sku,
	quantity,
	version,
	as_of: new Date(version).toISOString(),
});
let calls = 0;
const stamp = () => ({ id: `msg_${++calls}`, now: Date.now() });
const send = async (backend: { url: string; secret: string }, updates: StockUpdate[]) =>
	await sendStock({ ...backend, timeoutMs: 3000 }, updates, stamp, context);

describe('sending stock to the sample of a shop backend', () => {
	let sample: Awaited<ReturnType<typeof runSample>>;
	beforeAll(async () => {
		sample = await runSample();
	});
	afterAll(() => sample.stop());

	it('sets what is new, drops what is stale and tells what the shop lacks', async () => {
		expect(await send(sample, [figure('TEE-RED-M', 12, 5), figure('NONE', 1, 5)])).toEqual([
			{ status: 'set' },
			{ status: 'unknown' },
		]);
		expect(await send(sample, [figure('TEE-RED-M', 99, 4)])).toEqual([{ status: 'stale' }]);
		expect(await send(sample, [figure('TEE-RED-M', 12, 5)])).toEqual([{ status: 'set' }]);
	});

	it('sends the newest of several figures', async () => {
		const updates = [figure('CAP-BLK', 1, 8), figure('CAP-BLK', 2, 9), figure('CAP-BLK', 3, 7)];
		expect(await send(sample, updates)).toEqual([
			{ status: 'superseded' },
			{ status: 'set' },
			{ status: 'superseded' },
		]);
	});
});

describe('sending stock to a shop backend that', () => {
	const secret = `whsec_${Buffer.alloc(32).toString('base64')}`;
	const bodies: Array<{ data: { stock: StockUpdate[] } }> = [];
	let replies: Array<{ status: number; body: string }> = [];
	let server: Server;
	let backend: { url: string; secret: string };
	beforeAll(async () => {
		server = createServer((request, response) => {
			void (async () => {
				const chunks: Buffer[] = [];
				for await (const chunk of request) chunks.push(chunk as Buffer);
				bodies.push(JSON.parse(Buffer.concat(chunks).toString()) as (typeof bodies)[0]);
				const { status, body } = replies.shift() ?? { status: 200, body: '{}' };
				response.writeHead(status).end(body);
			})();
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		backend = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, secret };
	});
	beforeEach(() => void bodies.splice(0));
	afterAll(() => void server.close());

	it('takes 250 figures in three batches, and one of them only at the second attempt', async () => {
		replies = [
			{ status: 200, body: '{}' },
			{ status: 503, body: '' },
		];
		const updates = Array.from({ length: 250 }, (_, index) => figure(`SKU-${index}`, index, 1));
		const results = await send(backend, updates);
		expect(new Set(results.map((result) => 'status' in result && result.status))).toEqual(
			new Set(['set']),
		);
		expect(bodies.map(({ data }) => data.stock.length)).toEqual([100, 100, 100, 50]);
		expect(bodies[1]?.data).toEqual(bodies[2]?.data);
	});

	it.each([
		['does not know the call', { status: 404, body: '' }, 'SHOP_STOCK_UNSUPPORTED'],
		[
			'breaks the contract',
			{ status: 200, body: '{"stock":[{"sku":"A"}]}' },
			'SHOP_STOCK_UNREADABLE',
		],
		['refuses the signature', { status: 401, body: '' }, 'SHOP_SIGNATURE_REFUSED'],
	])('%s fails with its own error', async (_, reply, code) => {
		replies = [reply];
		expect(await send(backend, [figure('A', 1, 1)])).toMatchObject([{ error: { code } }]);
	});
});
