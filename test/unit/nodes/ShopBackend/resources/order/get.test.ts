import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { ShopBackend } from '../../../../../../nodes/ShopBackend/ShopBackend.node';
import { runNode } from '../../../../../support/engine';

const SECRET = `whsec_${Buffer.alloc(32, 6).toString('base64')}`;
const ORDER = { total_fen: 9900, lines: [{ sku: 'TEE', quantity: 1, unit_price_fen: 9900 }] };

let server: Server;
let url: string;
beforeAll(async () => {
	server = createServer(async (request, response) => {
		let text = '';
		for await (const chunk of request) text += String(chunk);
		const { data } = JSON.parse(text) as { data: { out_trade_no: string } };
		const broken = data.out_trade_no.startsWith('BAD');
		response.writeHead(broken ? 403 : 200).end(broken ? 'no' : JSON.stringify(ORDER));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const payment = (out_trade_no: string) => ({
	...{ mchid: '1900000001', out_trade_no, transaction_id: `42${out_trade_no}` },
	...{ total_fen: 9900, amount: { currency: 'CNY' }, lines: [] },
});

it('an order that the shop refuses took the orders of the others with it: it fails alone', async () => {
	const names = ['SHOP1', 'BAD2', ...Array.from({ length: 20 }, (_, index) => `SHOP${index + 3}`)];
	const [answered = [], failed = []] = await runNode(
		new ShopBackend(),
		{ resource: 'order', operation: 'get' },
		names.map(payment),
		{ url, secret: SECRET },
		{ onError: 'continueErrorOutput' },
	);
	expect(answered.map(({ json }) => json.out_trade_no)).toEqual(
		names.filter((name) => name !== 'BAD2'),
	);
	expect(answered.every(({ json }) => json.lines_source === 'shop')).toBe(true);
	expect(failed).toMatchObject([
		{ json: { ...payment('BAD2'), error: expect.stringContaining('403') } },
	]);
}, 30_000);
