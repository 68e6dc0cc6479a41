import type { Sandbox, ShopProduct } from '../../../../../sandbox';
import { sharedSandbox } from '../../../../support/shared-sandbox';
import { caller, type Answer } from '../call';

let sandbox: Sandbox;
let product: ShopProduct;
let call: (name: string, body: unknown) => Promise<Answer>;
const clock = { ms: Date.parse('2026-11-22T12:00:00+08:00') };

beforeAll(async () => {
	sandbox = await sharedSandbox({ now: () => clock.ms });
	const calling = caller(sandbox, 'shopAccount');
	call = async (name, body) => await calling(`/channels/ec/${name}`, body);
});
beforeEach(() => {
	product = sandbox.serverApi.shop.addProduct({
		title: 'T恤',
		skus: [{ sku_code: 'TEE-RED-M', stock_num: 10, sale_price: 9900 }, { sku_code: 'TEE-RED-L' }],
	});
});
afterEach(() => {
	sandbox.serverApi.rules.stockWritesPerSkuPerMinute = null;
	sandbox.serverApi.rules.shopIdsAsNumbers = false;
});
afterAll(async () => sandbox.stop());

const ids = () => ({ product_id: product.product_id, sku_id: product.skus[0]!.sku_id });
const update = async (diff_type: number, num: unknown, changed: object = {}) =>
	(await call('product/stock/update', { ...ids(), diff_type, num, ...changed })).json.errcode;
const stock = async () => {
	const { json } = await call('product/stock/get', ids());
	return (json.data as { normal_stock_num: number }).normal_stock_num;
};

describe('stock', () => {
	test('is added to, taken from and set, each at once', async () => {
		expect([await update(1, 5), await stock()]).toEqual([0, 15]);
		expect([await update(2, 3), await stock()]).toEqual([0, 12]);
		expect([await update(3, 7), await stock()]).toEqual([0, 7]);
		expect([await update(2, 8), await stock()]).toEqual([10020219, 7]);
		expect([await update(1, 0), await update(2, 0)]).toEqual([10020218, 10020218]);
		expect([await update(3, 0), await stock()]).toEqual([0, 0]);
		const { sku_id } = ids();
		const own = sandbox.serverApi.shop.stockChanges().filter((one) => one.sku_id === sku_id);
		expect(own.map(({ by, from, to }) => [by, from, to])).toEqual([
			['api', 10, 15],
			['api', 15, 12],
			['api', 12, 7],
			['api', 7, 0],
		]);
	});

	test('set under concurrency forgets the sale in between; a difference does not', async () => {
		const { sku_id } = ids();
		const read = await stock();
		sandbox.serverApi.shop.sell({ sku_id, count: 4 });
		await update(3, read + 1);
		expect(await stock()).toBe(11);
		sandbox.serverApi.shop.setStock(sku_id, 10);
		sandbox.serverApi.shop.sell({ sku_id, count: 4 });
		await update(1, 1);
		expect(await stock()).toBe(7);
	});

	test('a difference whose answer is lost is done, and counts twice when sent again', async () => {
		const off = sandbox.faults.add({ kind: 'dropped', path: '/channels/ec/product/stock/update' });
		await expect(update(1, 5)).rejects.toThrow('fetch failed');
		off();
		expect(await stock()).toBe(15);
		expect([await update(1, 5), await stock()]).toEqual([0, 20]);
	});

	test.each<[string, object, number]>([
		['a number for an id', { sku_id: 42 }, 10020051],
		['no kind of change', { diff_type: 4 }, 10020051],
		['less than nothing', { num: -1 }, 10020051],
		['half a unit', { num: 1.5 }, 10020051],
		['text', { num: '5' }, 10020051],
		['an unknown product', { product_id: '42' }, 10020052],
		['an unknown SKU', { sku_id: '42' }, 10020052],
	])('refuses %s', async (_name, changed, errcode) => {
		expect(await update(1, 5, changed)).toBe(errcode);
		expect(await stock()).toBe(10);
	});

	test.each([
		[{ status: 0 as const }, 10020289],
		[{ edit_status: 2 }, 10020217],
		[{ status: 9 as const }, 10020052],
	])('refuses products with %j', async (state, errcode) => {
		product = sandbox.serverApi.shop.addProduct(state);
		expect(await update(1, 5)).toBe(errcode);
	});

	test('a SKU takes so many writes a minute, and others go on', async () => {
		sandbox.serverApi.rules.stockWritesPerSkuPerMinute = 2;
		expect([await update(1, 1), await update(1, 1), await update(1, 1)]).toEqual([0, 0, 10020112]);
		expect(await update(1, 1, { sku_id: product.skus[1]!.sku_id })).toBe(0);
		clock.ms += 60_000;
		expect([await update(1, 1), await stock()]).toEqual([0, 13]);
	});

	test('of 50 products is read at once, of no more', async () => {
		const products = Array.from({ length: 51 }, () => sandbox.serverApi.shop.addProduct({}));
		const product_id = products.map((one) => one.product_id);
		const { json } = await call('product/stock/batchget', { product_id: product_id.slice(1) });
		const { spu_stock_list: list } = json.data as { spu_stock_list: { product_id: string }[] };
		expect(list.map((one) => one.product_id)).toEqual(product_id.slice(1));
		expect(list[0]).toMatchObject({ sku_stock: [{ normal_stock_num: 0, total_stock_num: 0 }] });
		for (const wrong of [product_id, [], product_id[0], ['42x']]) {
			const answer = await call('product/stock/batchget', { product_id: wrong });
			expect(answer.json.errcode).toBe(10020051);
		}
	});
});

test('ids are beyond 2^53: texts, or bare numbers when told so', async () => {
	const asked = async () => (await call('product/get', { product_id: product.product_id })).text;
	const { product_id, sku_id } = ids();
	expect([product_id, sku_id].every((id) => !Number.isSafeInteger(Number(id)))).toBe(true);
	expect(await asked()).toContain(`"product_id":"${product_id}"`);
	sandbox.serverApi.rules.shopIdsAsNumbers = true;
	expect(await asked()).toContain(`"product_id":${product_id},`);
	expect(await asked()).toContain(`"sku_id":${sku_id},`);
	const { text } = await call('product/list/get', { page_size: 30 });
	expect(text).toMatch(/"product_ids":\[\d+(?:,\d+)*\]/);
});

test('products are listed by page and status, and shown with their SKUs', async () => {
	const status = 11 as const;
	const own = [1, 2, 3].map(() => sandbox.serverApi.shop.addProduct({ status }).product_id);
	const list = async (body: object) => (await call('product/list/get', body)).json;
	const first = await list({ status, page_size: 2 });
	expect(first).toMatchObject({ product_ids: own.slice(0, 2), total_num: 3 });
	const second = await list({ status, page_size: 2, next_key: first.next_key });
	expect(second.product_ids).toEqual(own.slice(2));
	const last = await list({ status, page_size: 2, next_key: second.next_key });
	expect(last).toMatchObject({ product_ids: [], next_key: '' });
	expect((await list({ page_size: 31 })).errcode).toBe(10020051);
	expect((await list({ next_key: 'x' })).errcode).toBe(10020051);
	const { product_id } = product;
	expect((await call('product/get', { product_id, data_type: 3 })).json).toMatchObject({
		product: { title: 'T恤', skus: [{ sku_code: 'TEE-RED-M', stock_num: 10 }, {}] },
		edit_product: { product_id },
	});
	const draft = (await call('product/get', { product_id, data_type: 2 })).json;
	expect(draft).not.toHaveProperty('product');
	expect((await call('product/get', { product_id, data_type: 4 })).json.errcode).toBe(10020051);
});

describe('orders', () => {
	const sell = (sale: object = {}) => {
		const { sku_id } = ids();
		return sandbox.serverApi.shop.sell({ sku_id, ...sale });
	};

	test('a sale takes stock, and is found by time, state and buyer', async () => {
		clock.ms += 30 * 24 * 3600 * 1000;
		const order = sell({ count: 2, openid: 'oBUYER' });
		clock.ms += 60_000;
		const unpaid = sell({ paid: false });
		expect(await stock()).toBe(7);
		const { json } = await call('order/get', { order_id: order.order_id });
		expect(json.order).toMatchObject({
			status: 20,
			openid: 'oBUYER',
			order_detail: {
				product_infos: [{ ...ids(), sku_cnt: 2, sku_code: 'TEE-RED-M' }],
				price_info: { order_price: 19800 },
			},
		});
		const now = clock.ms / 1000;
		const range = { start_time: now - 3600, end_time: now };
		const list = async (body: object) => (await call('order/list/get', body)).json;
		const all = await list({ create_time_range: range, page_size: 1 });
		expect(all).toMatchObject({ order_id_list: [order.order_id], has_more: true });
		const next = { create_time_range: range, page_size: 1, next_key: all.next_key };
		expect(await list(next)).toMatchObject({
			order_id_list: [unpaid.order_id],
			has_more: false,
		});
		expect((await list({ update_time_range: range, status: 10 })).order_id_list).toEqual([
			unpaid.order_id,
		]);
		expect((await list({ update_time_range: range, openid: 'oBUYER' })).order_id_list).toEqual([
			order.order_id,
		]);
		const tooLong = { start_time: now - 8 * 24 * 3600, end_time: now };
		expect((await list({ create_time_range: tooLong })).errcode).toBe(40097);
		expect((await list({})).errcode).toBe(40097);
		expect((await list({ create_time_range: range, page_size: 101 })).errcode).toBe(40097);
		expect((await call('order/get', { order_id: '42' })).json.errcode).toBe(100002);
	});

	test('only an unpaid order gives its stock back', async () => {
		const [paid, unpaid] = [sell({ count: 3 }), sell({ count: 2, paid: false })];
		expect(sandbox.serverApi.shop.cancel(paid.order_id).status).toBe(200);
		expect(await stock()).toBe(5);
		expect(sandbox.serverApi.shop.cancel(unpaid.order_id).status).toBe(250);
		expect(await stock()).toBe(7);
		expect(() => sandbox.serverApi.shop.cancel(paid.order_id)).toThrow('already');
	});

	test('nobody buys what is not there', () => {
		expect(() => sell({ count: 11 })).toThrow('10 units left');
		expect(() => sell({ sku_id: '42' })).toThrow('no sku_id 42');
		expect(() => sell({ count: 0 })).toThrow('units');
		product.status = 11;
		expect(() => sell()).toThrow('not listed');
	});
});

test('the Shop has carrier ids of its own', async () => {
	const { json } = await call('order/deliverycompanylist/new/get', {});
	expect(json.company_list).toContainEqual({ delivery_id: 'YUNDA', delivery_name: '韵达速递' });
	expect(json.company_list).not.toContainEqual(expect.objectContaining({ delivery_id: 'YD' }));
});
