import type { Sandbox } from '../../../../../../sandbox';
import { sharedSandbox } from '../../../../../support/shared-sandbox';
import { addSku, shopRunner } from '../../run-shop';

let sandbox: Sandbox;
let tee: string;
let cap: string;
beforeAll(async () => {
	sandbox = await sharedSandbox();
	tee = addSku(sandbox, 'TEE', 9900);
	cap = addSku(sandbox, 'CAP', 5000);
});
afterAll(async () => sandbox.stop());

const run = shopRunner(() => sandbox, 'order');

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
				{ sku: 'TEE', quantity: 2, unit_price_fen: 9633 },
				{ sku: 'TEE', quantity: 1, unit_price_fen: 9634 },
				{ sku: 'CAP', quantity: 1, unit_price_fen: 0, is_gift: true },
			],
			shop_order: { order_id, status: 20 },
		});
	}
	sandbox.serverApi.rules.shopIdsAsNumbers = false;
});

it('lets an order that does not exist fail alone', async () => {
	const { order_id } = sandbox.serverApi.shop.sell({ sku_id: tee });
	const items = [{ order_id: '3700000000000000001' }, { order_id: 'S00042' }, { order_id }];
	const [made = []] = await run('get', items);
	expect(made.map(({ error, trade_state }) => error ?? trade_state)).toEqual([
		expect.stringContaining('100002'),
		expect.stringContaining('Order ID is not a number'),
		'SUCCESS',
	]);
});
