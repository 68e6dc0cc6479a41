import type { Sandbox } from '../../../../../../sandbox';
import { sharedSandbox } from '../../../../../support/shared-sandbox';
import { addSku, shopRunner } from '../../run-shop';

let sandbox: Sandbox;
let cap: string;
beforeAll(async () => {
	sandbox = await sharedSandbox();
	cap = addSku(sandbox, 'CAP', 5000);
});
afterAll(async () => sandbox.stop());

const run = shopRunner(() => sandbox, 'order');

it('sets the note of the merchant', async () => {
	const order = sandbox.serverApi.shop.sell({ sku_id: cap });
	await run('setNote', [{ order_id: order.order_id, odoo: { name: 'S00042' } }]);
	expect(order.order_detail.ext_info.merchant_notes).toBe('S00042');
});
