import type { IDataObject, INode } from 'n8n-workflow';

import { WechatShop } from '../../../../nodes/WechatShop/WechatShop.node';
import type { Sandbox } from '../../../../sandbox';
import { sharedSandbox } from '../../../support/shared-sandbox';
import { runNode } from '../../../support/engine';
import { shopFields } from '../../../support/server-api-credentials';

const DAY_MS = 24 * 3_600_000;
const clock = { ms: Date.parse('2026-10-01T12:00:00+08:00') };
let sandbox: Sandbox;
let tee: string;
let cap: string;

beforeAll(async () => {
	sandbox = await sharedSandbox({ now: () => clock.ms });
	const { shop } = sandbox.serverApi;
	const add = (sku_code: string, sale_price: number) =>
		shop.addProduct({ skus: [{ sku_code, stock_num: 1000, sale_price }] }).skus[0]!.sku_id;
	tee = add('TEE-RED-M', 9900);
	cap = add('CAP-BLK', 5000);
});
afterAll(async () => sandbox.stop());

const run = async (
	operation: string,
	items: IDataObject[],
	parameters: INode['parameters'] = {},
	settings: Pick<INode, 'onError'> = {},
) => {
	const all = { resource: 'order', operation, ...parameters };
	const outputs = await runNode(new WechatShop(), all, items, shopFields(sandbox), settings);
	return outputs.map((output) => output.map(({ json }) => json));
};
const iso = (ms: number) => new Date(ms).toISOString();

it('gets an order as a payment, with ids beyond 2^53 in either form', async () => {
	const { order_id } = sandbox.serverApi.shop.sell({
		lines: [
			{
				sku_id: tee,
				count: 3,
				discounts: { shop: 100, influencer: 500, platform: 200 },
				influencer: { finder_id: 'sphLily', nickname: 'Lily', commission: 900 },
			},
			{ sku_id: cap, gift: true },
		],
		freight: 1000,
		live_id: 'live-1',
		notes: '请尽快发货',
		openid: 'oBUYER',
	});
	for (const asNumbers of [false, true]) {
		sandbox.serverApi.rules.shopIdsAsNumbers = asNumbers;
		const [[item] = []] = await run('get', [{ order_id, own: 1 }]);
		expect(item).toMatchObject({
			own: 1,
			mchid: '',
			shop_order_id: order_id,
			trade_state: 'SUCCESS',
			total_fen: 3 * 9900 - 800 + 1000,
			merchant_receives_fen: 3 * 9900 - 100 + 1000,
			shipping_fen: 1000,
			commission_fen: 900,
			campaign: 'Lily',
			medium: 'Live Stream',
			remark: '请尽快发货',
			recipient: { name: '林**', phone: '183****2807', masked: true },
			lines: [
				{ sku: 'TEE-RED-M', quantity: 2, unit_price_fen: 9633 },
				{ sku: 'TEE-RED-M', quantity: 1, unit_price_fen: 9634 },
				{ sku: 'CAP-BLK', quantity: 1, unit_price_fen: 0, is_gift: true },
			],
			shop_order: { order_id, status: 20 },
		});
	}
	sandbox.serverApi.rules.shopIdsAsNumbers = false;
});

it('lists the orders of many weeks, each once, in windows and pages that WeChat allows', async () => {
	const start = clock.ms;
	const sold: string[] = [];
	for (let day = 0; day < 20; day++) {
		clock.ms = start + day * DAY_MS;
		for (let n = 0; n < 11; n++) {
			sold.push(sandbox.serverApi.shop.sell({ sku_id: cap }).order_id);
		}
	}
	const from = iso(start);
	const list = async (parameters: INode['parameters']) => {
		const [items = []] = await run('getMany', [{}], { from, idsOnly: true, ...parameters });
		return items.map(({ shop_order_id: id }) => id);
	};
	const all = await list({ returnAll: true });
	expect(all).toHaveLength(new Set(all).size);
	expect(all).toEqual(expect.arrayContaining(sold));
	expect(await list({ limit: 7 })).toHaveLength(7);
	expect(await list({ returnAll: true, status: 250 })).toEqual([]);
	sandbox.serverApi.shop.cancel(sold[0]!);
	const today = iso(clock.ms - DAY_MS / 2);
	expect(await list({ returnAll: true, from: today })).toContain(sold[0]);
	expect(await list({ returnAll: true, from: today, by: 'create_time' })).not.toContain(sold[0]);
	const [[refunded] = []] = await run('getMany', [{}], { from: today, status: 200 });
	expect(refunded).toMatchObject({ shop_order_id: sold[0], trade_state: 'REFUND' });
});

it('lets an order that does not exist fail alone', async () => {
	const { order_id } = sandbox.serverApi.shop.sell({ sku_id: tee });
	const items = [{ order_id: '3700000000000000001' }, { order_id: 'S00042' }, { order_id }];
	const settings = { onError: 'continueRegularOutput' } as const;
	const [made = []] = await run('get', items, {}, settings);
	expect(made.map(({ error, trade_state }) => error ?? trade_state)).toEqual([
		expect.stringContaining('100002'),
		expect.stringContaining('Order ID is not a number'),
		'SUCCESS',
	]);
	const [[wrong] = []] = await run('getMany', [{}], { from: 'yesterday' }, settings);
	expect(wrong?.error).toMatch('From is not a valid');
});
