import type { Sandbox, ShopOrder, ShopProduct } from '../../../../sandbox';
import { sharedSandbox } from '../../../support/shared-sandbox';
import { askToken, caller } from './call';
import { upload } from './shipping/upload';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await sharedSandbox({ serverApi: { paymentVisibleAfterS: 0, tradeManaged: false } });
});
afterAll(async () => sandbox.stop());

const post = async (path: string, body: object): Promise<Response> =>
	await fetch(`${sandbox.url}/sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
const sent = async <T = unknown>(path: string, body: object): Promise<T> =>
	(await (await post(path, body)).json()) as T;
const read = async (path: string): Promise<unknown> =>
	await (await fetch(`${sandbox.url}/sandbox/${path}`)).json();

test('accounts are shown, and rules changed', async () => {
	const { miniProgram, shopAccount } = sandbox.serverApi;
	expect(miniProgram.appid).toBe(sandbox.merchant.appid);
	expect(await read('server-api')).toMatchObject({
		miniProgram,
		shopAccount,
		rules: { tradeManaged: false, callLimits: { '/cgi-bin/token': { perDay: 2000 } } },
	});
	await sent('server-api', { tradeManaged: true });
	expect(sandbox.serverApi.rules).toMatchObject({ tradeManaged: true, blockedIp: null });
	expect(await sent('server-api', { unknown: 1 })).toEqual({
		error: expect.stringContaining('unknown is no rule') as string,
	});
});

test('tokens are listed, and ended', async () => {
	const { json } = await askToken(sandbox);
	expect(await read('tokens')).toMatchObject(
		[json.access_token].map((access_token) => ({ access_token })),
	);
	const [ended] = await sent<{ endedAtMs: number }[]>('tokens/end', { how: 'invalidated' });
	expect(ended!.endedAtMs).toEqual(expect.any(Number));
	expect((await post('tokens/end', { how: 'burnt' })).status).toBe(400);
});

test('shipments are listed, and orders moved on', async () => {
	const payment = sandbox.pay({ total: 100 });
	const { transaction_id, out_trade_no } = payment;
	await caller(sandbox)('/wxa/sec/order/upload_shipping_info', upload(payment));
	expect(await read('shipments')).toMatchObject([{ transaction_id, out_trade_no }]);
	expect(await read('shipping-orders')).toMatchObject([{ transaction_id, order_state: 2 }]);
	expect(await sent('shipping-orders', { out_trade_no, order_state: 3 })).toMatchObject({
		order_state: 3,
	});
	expect((await post('shipping-orders', { out_trade_no, order_state: 2 })).status).toBe(400);
	expect((await post('shipping-orders', { out_trade_no: 'UNKNOWN' })).status).toBe(400);
});

test('the Shop is filled, sold from and corrected', async () => {
	const skus = [{ sku_code: 'TEE-RED-M', stock_num: 5 }];
	const product = await sent<ShopProduct>('shop/products', { title: 'T恤', skus });
	const { sku_id } = product.skus[0]!;
	expect(await read('shop/products')).toEqual([product]);
	const { order_id } = await sent<ShopOrder>('shop/sales', { sku_id, count: 2, paid: false });
	expect(await read('shop/orders')).toMatchObject([{ order_id, status: 10 }]);
	expect(await sent('shop/cancellations', { order_id })).toMatchObject({ status: 250 });
	expect(await sent('shop/stock', { sku_id, num: 9 })).toMatchObject({ from: 5, to: 9 });
	expect(await read('shop/stock-changes')).toMatchObject([
		{ by: 'sale', from: 5, to: 3 },
		{ by: 'cancellation', from: 3, to: 5 },
		{ by: 'console', from: 5, to: 9 },
	]);
	for (const [path, body] of [
		['shop/sales', { sku_id, count: 10 }],
		['shop/stock', { sku_id, num: -1 }],
		['shop/stock', { sku_id: '42', num: 1 }],
		['shop/cancellations', { order_id: '42' }],
		['shop/products', { skus: [{ sku_id }] }],
		['shop/products', { product_id: product.product_id }],
	] as const) {
		expect((await post(path, body)).status).toBe(400);
	}
});

test('messages are allowed, and listed', async () => {
	await sent('templates', { template_id: 'T1', keys: ['thing1'] });
	await sent('subscriptions', { openid: 'oBUYER', template_id: 'T1' });
	const data = { thing1: { value: 'T恤' } };
	const body = { touser: 'oBUYER', template_id: 'T1', data };
	await caller(sandbox)('/cgi-bin/message/subscribe/send', body);
	expect(await read('messages')).toMatchObject([{ touser: 'oBUYER', data }]);
	expect((await post('templates', {})).status).toBe(400);
	expect((await post('subscriptions', { openid: 'oBUYER' })).status).toBe(400);
});
