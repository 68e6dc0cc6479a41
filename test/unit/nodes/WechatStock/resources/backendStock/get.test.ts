import { WechatStock } from '../../../../../../nodes/WechatStock/WechatStock.node';
import { runNode } from '../../../../../support/engine';
import { runSample } from '../../../../lib/shop-backend/running-sample';

it('adds what the mall offers, and tells SKUs that it does not know apart', async () => {
	const shop = await runSample();
	try {
		const items = [{ sku: 'TEE-RED-M', kept: 1 }, { sku: 'NONE' }];
		const parameters = { resource: 'backendStock', operation: 'get' };
		const [known, unknown] = await runNode(new WechatStock(), parameters, items, {
			url: shop.url,
			secret: shop.secret,
		});
		expect(known?.map(({ json }) => json)).toMatchObject([
			{ sku: 'TEE-RED-M', kept: 1, stock: { status: 'read', quantity: 0, version: 0 } },
		]);
		expect(unknown?.map(({ json }) => json)).toMatchObject([
			{ sku: 'NONE', stock: { status: 'unknown' } },
		]);
	} finally {
		shop.stop();
	}
});
