import { beijingDate } from '../../../../../../lib/core/beijing-time';
import type { Sandbox } from '../../../../../../sandbox';
import { sharedSandbox } from '../../../../../support/shared-sandbox';
import { addSku, shopRunner } from '../../run-shop';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await sharedSandbox();
});
afterAll(async () => sandbox.stop());

const run = shopRunner(() => sandbox, 'bill');
const DAYS = 3;
const S = DAYS * 24 * 3600;

/** Moves everything that the shop has done into the past. */
function letDaysPass(): void {
	const { shop } = sandbox.serverApi;
	for (const order of shop.orders()) {
		order.create_time -= S;
		order.order_detail.pay_info.pay_time! -= S;
	}
	for (const flow of shop.flows()) flow.atMs -= S * 1000;
	for (const one of shop.afterSales()) if (one.complete_time) one.complete_time -= S;
}

it('lists what was paid, refunded and moved on a day, and nothing on another', async () => {
	const { shop } = sandbox.serverApi;
	const sku_id = addSku(sandbox, 'BILL', 9900);
	const orders = [1, 2, 3].map(() => shop.sell({ sku_id, count: 2 }));
	shop.cancel(orders[2]!.order_id);
	letDaysPass();
	const date = beijingDate(Date.now(), DAYS);
	const [items = []] = await run('get', [{}], { date });
	const ofState = (wanted: string) => items.filter(({ trade_state }) => trade_state === wanted);
	expect(ofState('SUCCESS').map(({ transaction_id }) => transaction_id)).toEqual(
		orders.map(({ order_id }) => order_id),
	);
	expect(ofState('FLOW').map(({ flow }) => flow)).toMatchObject([
		...[{ fen: 19_800 }, { fen: 19_800 }, { fen: 19_800 }, { fen: -19_800, type: 3 }],
	]);
	expect(ofState('FLOW')[0]).toMatchObject({ funds: { buyer_paid_fen: 19_800 }, bill: { date } });

	const [other = []] = await run('get', [{}], { date: beijingDate(Date.now(), 9) });
	expect(other).toEqual([
		{ bill: { kind: 'shop', date: expect.any(String) }, shop_appid: expect.any(String) },
	]);
});
