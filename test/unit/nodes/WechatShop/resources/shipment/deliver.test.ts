import type { IDataObject, INode } from 'n8n-workflow';

import type { Sale, Sandbox, ShopOrder } from '../../../../../../sandbox';
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

const ship = shopRunner(() => sandbox, 'shipment');
const run: typeof ship = async (operation, items, parameters = {}) => {
	const complete = '={{ $json.shipment?.backorder === false }}';
	return await ship(operation, items, { complete, ...parameters } satisfies INode['parameters']);
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
		const [[sent] = []] = await run('deliver', [first], { carriers });
		off();
		expect(sent?.shipping).toMatchObject({ status: 'shipped', delivery_id: 'YUNDA' });
		expect(order.status).toBe(21);
		const last = parcel(order, 'YD2, YD3', [], false);
		const [both = []] = await run('deliver', [first, last, last], { carriers });
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
			const [[item] = []] = await run('changeWaybill', [last], change);
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
		const [shipped, , review = []] = await run('deliver', items, sf);
		expect(shipped).toEqual([]);
		expect(review.map(({ shipping }) => (shipping as IDataObject).message)).toEqual([
			expect.stringContaining('risk'),
			expect.stringContaining('status 12'),
			expect.stringContaining('another delivery address'),
			expect.stringContaining('no unshipped SKU "OTHER"'),
		]);
		expect(orders.map(parcels)).toEqual([[], [], [], []]);
		const none = { shop_order_id: orders[3]!.order_id, shipment: { carrier_tracking_ref: '' } };
		const [, waiting] = await run('deliver', [none], sf);
		expect(waiting).toHaveLength(1);
		const [[preview] = []] = await run('deliver', [parcel(orders[3]!, 'SF4', [], false)], {
			...sf,
			dryRun: true,
		});
		expect(preview?.shipping).toMatchObject({ status: 'would_ship' });
		expect(parcels(orders[3]!)).toEqual([]);
	});
});
