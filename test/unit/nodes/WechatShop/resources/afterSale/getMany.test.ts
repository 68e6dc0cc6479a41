import type { Sandbox } from '../../../../../../sandbox';
import { sharedSandbox } from '../../../../../support/shared-sandbox';
import { addSku, shopRunner } from '../../run-shop';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await sharedSandbox();
});
afterAll(async () => sandbox.stop());

it('lists after-sales with their stage, deadline, product and the total of their order', async () => {
	const { shop } = sandbox.serverApi;
	const sku_id = addSku(sandbox, 'MANY', 9900);
	const order = shop.sell({ sku_id, count: 2 });
	const { after_sale_order_id: id } = shop.askAfterSale({ order_id: order.order_id, count: 1 });
	const run = shopRunner(() => sandbox, 'afterSale');
	const from = new Date(Date.now() - 3_600_000).toISOString();
	const [items] = await run('getMany', [{}], { returnAll: true, from });
	expect(items).toMatchObject([
		{
			...{ after_sale_id: id, shop_order_id: order.order_id, stage: 'to_decide' },
			...{ refund_fen: 9900, amount: { total: 19_800 }, due: expect.any(String) },
			lines: [{ sku: 'MANY', quantity: 1 }],
		},
	]);
	const [[one] = []] = await run('get', [{ after_sale_id: id }]);
	expect(one).toMatchObject({ after_sale_id: id, stage: 'to_decide' });
});
