import type { IDataObject, INode } from 'n8n-workflow';

import { WechatShop } from '../../../../nodes/WechatShop/WechatShop.node';
import type { Sale, Sandbox, ShopOrder } from '../../../../sandbox';
import { sharedSandbox } from '../../../support/shared-sandbox';
import { runNode } from '../../../support/engine';
import { shopFields } from '../../../support/server-api-credentials';

let sandbox: Sandbox;
let tee: string;
let cap: string;

beforeAll(async () => {
	sandbox = await sharedSandbox();
	const add = (sku_code: string, sale_price: number) =>
		sandbox.serverApi.shop.addProduct({ skus: [{ sku_code, stock_num: 1000, sale_price }] })
			.skus[0]!.sku_id;
	tee = add('TEE', 9900);
	cap = add('CAP', 5000);
});
afterAll(async () => sandbox.stop());

const run = async (
	resource: string,
	operation: string,
	items: IDataObject[],
	parameters: INode['parameters'] = {},
) => {
	const complete = '={{ $json.shipment?.backorder === false }}';
	const all = { resource, operation, complete, ...parameters };
	const settings = { onError: 'continueRegularOutput' } as const;
	const outputs = await runNode(new WechatShop(), all, items, shopFields(sandbox), settings);
	return outputs.map((output) => output.map(({ json }) => json));
};
const sell = (sale: Sale) => sandbox.serverApi.shop.sell(sale);
const parcels = ({ order_detail }: ShopOrder) =>
	order_detail.delivery_info.delivery_product_info.map(({ waybill_id, product_infos }) => [
		waybill_id,
		...product_infos.map(
			({ sku_id, product_cnt }) => `${sku_id === tee ? 'TEE' : 'CAP'}×${product_cnt}`,
		),
	]);
const parcel = ({ order_id }: ShopOrder, number: string, lines: object[], backorder: boolean) => ({
	shop_order_id: order_id,
	shipment: { carrier_tracking_ref: number, carrier: { name: '韵达快递' }, lines, backorder },
});

describe('Deliver', () => {
	it('ships an order in parts, each parcel once, also when WeChat loses its answer', async () => {
		const order = sell({
			lines: [{ sku_id: tee, count: 3 }, { sku_id: cap }, { sku_id: cap, gift: true }],
		});
		const first = parcel(order, 'YD1', [{ sku: 'TEE', quantity: 2 }], true);
		const lost = { kind: 'dropped', path: '/channels/ec/order/delivery/send', times: 1 } as const;
		const off = sandbox.faults.add(lost);
		const carriers = { rows: [{ odoo: '韵达快递', delivery_id: 'YUNDA' }] };
		const [[sent] = []] = await run('shipment', 'deliver', [first], { carriers });
		off();
		expect(sent?.shipping).toMatchObject({ status: 'shipped', delivery_id: 'YUNDA' });
		expect(order.status).toBe(21);
		const last = parcel(order, 'YD2, YD3', [], false);
		const [both = []] = await run('shipment', 'deliver', [first, last, last], { carriers });
		expect(both.map(({ shipping }) => (shipping as IDataObject).status)).toEqual([
			'unchanged',
			'shipped',
			'unchanged',
		]);
		expect(parcels(order)).toEqual([
			['YD1', 'TEE×2'],
			['YD2', 'TEE×1', 'CAP×2'],
		]);
		expect(order.status).toBe(30);
		const change = { oldWaybill: 'YD2', newWaybill: 'SF9', carrierCode: 'SF' };
		for (const status of ['changed', 'unchanged']) {
			const [[item] = []] = await run('shipment', 'changeWaybill', [last], change);
			expect(item?.shipping).toMatchObject({ status });
		}
	});

	it('leaves to a person what WeChat does not let through, and never guesses a product', async () => {
		const orders = [
			sell({ sku_id: tee, risk: true }),
			sell({ sku_id: tee, waiting: 12 }),
			sell({ sku_id: tee }),
			sell({ sku_id: tee }),
		];
		sandbox.serverApi.shop.move(orders[2]!.order_id, 'askAddress');
		const items = orders.map((order, index) => parcel(order, `SF${index}`, [], false));
		items[3] = parcel(orders[3]!, 'SF3', [{ sku: 'OTHER', quantity: 1 }], true);
		const sf = { carrier: 'SF' };
		const [shipped, , review = []] = await run('shipment', 'deliver', items, sf);
		expect(shipped).toEqual([]);
		expect(review.map(({ shipping }) => (shipping as IDataObject).message)).toEqual([
			expect.stringContaining('risk'),
			expect.stringContaining('status 12'),
			expect.stringContaining('another delivery address'),
			expect.stringContaining('no unshipped SKU "OTHER"'),
		]);
		expect(orders.map(parcels)).toEqual([[], [], [], []]);
		const none = { shop_order_id: orders[3]!.order_id, shipment: { carrier_tracking_ref: '' } };
		const [, waiting] = await run('shipment', 'deliver', [none], sf);
		expect(waiting).toHaveLength(1);
		const [[preview] = []] = await run(
			'shipment',
			'deliver',
			[parcel(orders[3]!, 'SF4', [], false)],
			{
				...sf,
				dryRun: true,
			},
		);
		expect(preview?.shipping).toMatchObject({ status: 'would_ship' });
		expect(parcels(orders[3]!)).toEqual([]);
	});
});

it('decodes recipients until the quota of the day is used up, the same order once, and asks no more then', async () => {
	sandbox.serverApi.rules.shopDecodesPerDay = 2;
	const virtual = { number: '13200000000-1234', expires: 1_900_000_000 };
	const orders = [sell({ sku_id: cap }), sell({ sku_id: cap, recipient: { virtual } })];
	const gift = sell({ sku_id: cap, waiting: 12 });
	const later = [sell({ sku_id: cap }), sell({ sku_id: cap })];
	const items = [...orders, orders[0]!, gift, ...later].map(({ order_id }) => ({ order_id }));
	const [decoded = [], hidden = []] = await run('order', 'decode', items);
	expect(decoded.map(({ recipient }) => recipient)).toEqual([
		expect.objectContaining({ name: '林小雨', phone: '18312342807', street: '新港中路397号' }),
		expect.objectContaining({
			phone: '13200000000-1234',
			phone_expires: '2030-03-17T17:46:40.000Z',
		}),
		expect.objectContaining({ name: '林小雨' }),
	]);
	expect(decoded.map(({ decode }) => (decode as IDataObject).decoded_today)).toEqual([1, 2, 2]);
	expect(hidden.map(({ decode }) => (decode as IDataObject).status)).toEqual([
		'not_allowed',
		'quota_used_up',
		'quota_used_up',
	]);
});

it('sets the note of the merchant', async () => {
	const order = sell({ sku_id: cap });
	await run('order', 'setNote', [{ order_id: order.order_id, odoo: { name: 'S00042' } }]);
	expect(order.order_detail.ext_info.merchant_notes).toBe('S00042');
});

describe('after-sales', () => {
	const ask = (type: 'REFUND' | 'RETURN') => {
		const { order_id } = sell({ sku_id: tee, count: 2 });
		return sandbox.serverApi.shop.askAfterSale({ order_id, type, count: 1 });
	};
	const decide = async (id: string, operation: string, parameters: INode['parameters'] = {}) => {
		const all = { confirm: true, ...parameters };
		const [[item] = []] = await run('afterSale', operation, [{ after_sale_id: id }], all);
		return item;
	};

	it('are decided only with approval, step by step, and each step once', async () => {
		const { after_sale_order_id: id } = ask('RETURN');
		expect(await decide(id, 'accept', { confirm: false })).toMatchObject({
			error: expect.stringContaining('Confirm Decision is off') as string,
		});
		expect(await decide(id, 'accept', { step: 'refund' })).toMatchObject({
			error: expect.stringContaining('MERCHANT_PROCESSING') as string,
		});
		for (let time = 0; time < 2; time++) {
			expect(await decide(id, 'accept', { step: 'agree' })).toMatchObject({ stage: 'returning' });
		}
		sandbox.serverApi.shop.moveAfterSale(id, 'sendBack');
		expect(await decide(id, 'get')).toMatchObject({
			stage: 'to_receive',
			return_waybill: expect.stringMatching(/^SF/) as string,
			due: expect.stringMatching(/\+08:00$/) as string,
		});
		for (let time = 0; time < 2; time++) {
			expect(await decide(id, 'accept', { step: 'refund' })).toMatchObject({
				stage: 'refunded',
				refund_status: 'SUCCESS',
				refund_id: id,
				refund_fen: 9900,
				amount: { total: 19800 },
				mchid: '',
			});
		}
		const paid = sandbox.serverApi.shop.flows().filter(({ funds_type }) => funds_type === 3);
		expect(paid.map(({ amount }) => amount)).toEqual([9900]);
	});

	it('are rejected once, withdrawn ones are closed, and all are listed by their last change', async () => {
		const [rejected, withdrawn, open] = [ask('REFUND'), ask('REFUND'), ask('RETURN')];
		for (let time = 0; time < 2; time++) {
			expect(await decide(rejected.after_sale_order_id, 'reject')).toMatchObject({
				stage: 'closed',
			});
		}
		sandbox.serverApi.shop.moveAfterSale(withdrawn.after_sale_order_id, 'withdraw');
		expect(await decide(withdrawn.after_sale_order_id, 'accept', { step: 'refund' })).toMatchObject(
			{
				error: expect.stringContaining('USER_CANCELD') as string,
			},
		);
		const from = new Date(Date.now() - 3 * 24 * 3_600_000).toISOString();
		const [items = []] = await run('afterSale', 'getMany', [{}], { from, returnAll: true });
		const stages = new Map(items.map((item) => [item.after_sale_id, item.stage]));
		expect([rejected, withdrawn, open].map((one) => stages.get(one.after_sale_order_id))).toEqual([
			'closed',
			'closed',
			'to_decide',
		]);
	});
});

it('gets what an order brings, before and after it is settled', async () => {
	const order = sell({
		sku_id: tee,
		discounts: { shop: 100, platform: 300 },
		influencer: { finder_id: 'sph', nickname: 'Lily', commission: 500 },
		freight: 1000,
	});
	const [[item] = []] = await run('order', 'getFunds', [{ order_id: order.order_id }]);
	const received = 9900 - 100 + 1000;
	const fee = Math.floor(received / 50);
	expect(item?.funds).toMatchObject({
		settled: false,
		buyer_paid_fen: received - 300,
		received_fen: received,
		platform_fee_fen: fee,
		commission_fen: 500,
		settle_fen: received - fee - 500,
	});
});
