import { randomBytes } from 'node:crypto';

import { askShop } from '../../../lib/shop-backend/ask';
import { readShopOrder } from '../../../lib/shop-backend/order';
import { runSample } from './shop-backend/running-sample';

let sample: Awaited<ReturnType<typeof runSample>>;
beforeAll(async () => {
	sample = await runSample();
});
afterAll(() => sample.stop());

const ask = async (type: string, question: object = {}, changes: object = {}, now = Date.now()) =>
	await askShop({ ...sample, timeoutMs: 3000, ...changes }, type, question, { id: 'msg_1', now });

describe('the sample of a shop backend', () => {
	it('answers the ping', async () => {
		expect(await ask('ping')).toEqual({ ok: true });
	});

	it('gives an order that makes what was paid, with its recipient', async () => {
		const answer = await ask('order.get', { out_trade_no: 'SHOP20261122000001' });
		const order = readShopOrder(answer, 24800, 'CNY');
		expect(order).toMatchObject({ recipient: { city: '广州市' }, shipping_fen: 1000 });
		expect(order.lines.map(({ sku, quantity }) => [sku, quantity])).toEqual([
			['TEE-RED-M', 2],
			['CAP-BLK', 1],
		]);
	});

	it('does not know other orders', async () => {
		expect(await ask('order.get', { out_trade_no: 'SHOP0' })).toBeUndefined();
	});

	it.each([
		['another secret', { secret: `whsec_${randomBytes(32).toString('base64')}` }, Date.now()],
		['an old call', {}, Date.now() - 301_000],
	])('refuses %s', async (_, changes, now) => {
		await expect(ask('ping', {}, changes, now)).rejects.toMatchObject({
			code: 'SHOP_SIGNATURE_REFUSED',
		});
	});

	it.each([
		['no address', { url: '' }, 'SHOP_URL_INVALID'],
		['nobody there', { url: 'http://127.0.0.1:9' }, 'HTTP_UNREACHABLE'],
	])('says so when there is %s', async (_, changes, code) => {
		await expect(ask('ping', {}, changes)).rejects.toMatchObject({ code });
	});
});
