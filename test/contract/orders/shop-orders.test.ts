import type { JsonObject } from '../../../lib/core/json';
import type { OdooClient } from '../../../lib/odoo/client';
import { recordRefund } from '../../../lib/orders/after-sales/record-refund';
import { readRefundItem } from '../../../lib/orders/after-sales/refund';
import type { PaidOrder, RecordOptions } from '../../../lib/orders/model/paid-order';
import { readPaidOrder } from '../../../lib/orders/record/read-paid-order';
import { orderNames } from '../../../lib/orders/sale-order/order-names';
import { shopPaymentItem } from '../../../lib/wechat-shop/orders/payment-item';
import type { ShopOrder } from '../../../lib/wechat-shop/orders/shop-order';
import type { Sale, Sandbox } from '../../../sandbox';
import { sharedSandbox } from '../../support/shared-sandbox';
import { record } from '../support/recording';
import { seenOrders } from '../support/seen-orders';
import { useShop } from '../support/shop';
import { VERSIONS } from '../support/versions';

/** Orders of a WeChat Shop become sale orders as payments do. */
describe.each(VERSIONS)('Orders of a WeChat Shop in Odoo %s', (version) => {
	const shop = useShop(version);
	let sandbox: Sandbox;
	let client: OdooClient;
	let options: RecordOptions;
	let tee: number;
	let cap: number;
	const skus = new Map<string, { skuId: string; product: number }>();

	beforeAll(async () => {
		sandbox = await sharedSandbox();
		client = await shop().connect('xmlrpc');
		tee = shop().product(1000);
		cap = shop().product(1000);
		for (const [code, product, sale_price] of [
			['TEE', tee, 9900],
			['CAP', cap, 5000],
		] as const) {
			const made = sandbox.serverApi.shop.addProduct({
				skus: [{ sku_code: code, stock_num: 1000, sale_price }],
			});
			skus.set(code, { skuId: made.skus[0]!.sku_id, product });
		}
		const service = await shop().admin.call<number>('product.product', 'create', [
			{ name: 'Postage', type: 'service' },
		]);
		options = { taxes: 'none', shippingProductId: service };
	});
	afterAll(async () => sandbox.stop());

	const skuId = (code: string) => skus.get(code)!.skuId;
	const sell = (sale: Sale) => sandbox.serverApi.shop.sell(sale).order_id;
	/** The order as the node and SKU Map pass it on. */
	const paid = (orderId: string): PaidOrder => {
		const order = sandbox.serverApi.shop.orders().find((one) => one.order_id === orderId);
		const item = shopPaymentItem(order as ShopOrder, sandbox.serverApi.shopAccount.appid);
		const lines = item.lines.map(({ sku, quantity, unit_price_fen }) => {
			const product_id = skus.get(sku)?.product ?? 0;
			return { sku, quantity, unit_price_fen, product_id, product_name: sku };
		});
		const mapping = { status: 'mapped', lines, unmapped: [] };
		return readPaidOrder({ ...item, mapping } as unknown as JsonObject);
	};

	it('become one reserved order each, to the fen, however often and by whom they are told', async () => {
		const id = sell({
			lines: [
				{
					sku_id: skuId('TEE'),
					count: 3,
					discounts: { shop: 100, platform: 100 },
					influencer: { finder_id: 'sphLily', nickname: `Lily ${version}`, commission: 900 },
				},
				{ sku_id: skuId('CAP'), gift: true },
			],
			freight: 1000,
			payment_method: 2,
		});
		const results = await Promise.all(
			[1, 2, 3].map(async () => await record(client, [paid(id)], options)),
		);
		expect(results.map(([one]) => one?.status)).toEqual(['reserved', 'reserved', 'reserved']);
		const [seen, ...others] = await seenOrders(shop(), paid(id));
		expect(others).toEqual([]);
		expect(seen).toMatchObject({ state: 'sale', total: (3 * 9900 - 200 + 1000) / 100, moves: 3 });
		const [row] = await shop().admin.call<Array<Record<string, unknown>>>('sale.order', 'read', [
			[seen!.id],
			['origin', 'client_order_ref', 'campaign_id', 'source_id'],
		]);
		expect(row).toMatchObject({
			origin: `WeChat Shop ${id}`,
			client_order_ref: id,
			campaign_id: [expect.any(Number), `Lily ${version}`],
			source_id: [expect.any(Number), 'WeChat Shop'],
		});
		const names = await orderNames(client, [seen!.id]);
		expect(names.get(seen!.id)).toMatchObject({
			mchid: '',
			shop_appid: sandbox.serverApi.shopAccount.appid,
			shop_order_id: id,
			out_trade_no: id,
		});
	});

	it('wait with an activity while they are paid and not to be shipped, then go on by themselves', async () => {
		const id = sell({ sku_id: skuId('CAP'), waiting: 12 });
		const [waiting] = await record(client, [paid(id)], options);
		expect(waiting).toMatchObject({ status: 'needs_review', state: 'draft' });
		await record(client, [paid(id)], options);
		const [draft] = await seenOrders(shop(), paid(id));
		expect(draft).toMatchObject({ state: 'draft', moves: 0 });
		expect(draft?.activities).toEqual([expect.stringContaining('was not accepted')]);
		sandbox.serverApi.shop.move(id, 'accept');
		const [accepted] = await record(client, [paid(id)], options);
		expect(accepted).toMatchObject({ status: 'reserved', state: 'sale' });
		const [seen] = await seenOrders(shop(), paid(id));
		expect(seen).toMatchObject({ state: 'sale', activities: [] });
		sandbox.serverApi.shop.move(id, 'askAddress');
		await record(client, [paid(id)], options);
		const [asking] = await seenOrders(shop(), paid(id));
		expect(asking?.activities).toEqual([expect.stringContaining('another delivery address')]);
		sandbox.serverApi.shop.move(id, 'answerAddress');
		await record(client, [paid(id)], options);
		expect((await seenOrders(shop(), paid(id)))[0]).toMatchObject({ activities: [] });
	});

	it('stay with a person who has an activity of their own on the draft', async () => {
		const id = sell({ sku_id: skuId('CAP'), waiting: 13 });
		const [waiting] = await record(client, [paid(id)], options);
		await shop().admin.call('sale.order', 'activity_schedule', [[waiting!.sale_order_id]], {
			act_type_xmlid: 'mail.mail_activity_data_todo',
			summary: 'Ask the buyer',
		});
		sandbox.serverApi.shop.move(id, 'ready');
		const [ready] = await record(client, [paid(id)], options);
		expect(ready).toMatchObject({ status: 'needs_review', state: 'draft' });
	});

	it('take refunds by the number of their after-sale, once', async () => {
		const id = sell({ sku_id: skuId('TEE'), count: 2 });
		await record(client, [paid(id)], options);
		const refund = readRefundItem({
			mchid: '',
			shop_appid: sandbox.serverApi.shopAccount.appid,
			shop_order_id: id,
			out_trade_no: id,
			transaction_id: id,
			refund_id: '1768034782998651',
			refund_status: 'SUCCESS',
			refund_fen: 19800,
			amount: { total: 19800, currency: 'CNY' },
		});
		const settings = { creditNote: false, cancelWhenRefunded: true, dryRun: false };
		expect(await recordRefund(client, refund, settings)).toMatchObject({
			status: 'recorded',
			state: 'cancel',
			before_payment: false,
		});
		expect(await recordRefund(client, refund, settings)).toMatchObject({ state: 'cancel' });
	});
});
