import type { Sandbox } from '../../../../../../sandbox';
import { sharedSandbox } from '../../../../../support/shared-sandbox';
import { addSku, shopRunner } from '../../run-shop';

let sandbox: Sandbox;
let tee: string;
beforeAll(async () => {
	sandbox = await sharedSandbox();
	tee = addSku(sandbox, 'TEE', 9900);
});
afterAll(async () => sandbox.stop());

const run = shopRunner(() => sandbox, 'order');

it('gets what an order brings, before and after it is settled', async () => {
	const order = sandbox.serverApi.shop.sell({
		sku_id: tee,
		discounts: { shop: 100, platform: 300 },
		influencer: { finder_id: 'sph', nickname: 'Lily', commission: 500 },
		freight: 1000,
	});
	const [[item] = []] = await run('getFunds', [{ order_id: order.order_id }]);
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
