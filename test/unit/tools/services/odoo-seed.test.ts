import { skuExternalId } from '../../../../lib/sku-map/odoo/find-products';
import { skuExternalId as seeded } from '../../../../tools/services/odoo-seed';

test.each([
	['TEE-RED_M', 'wechat_sku.TEE-RED_M'],
	['TEE.RED/M', 'wechat_sku.TEE~2ERED~2FM'],
	['红', 'wechat_sku.~E7~BA~A2'],
	['a~b', 'wechat_sku.a~7Eb'],
])('%s is seeded under the external id that the SKU map looks up', (sku, externalId) => {
	expect(seeded(sku)).toBe(externalId);
	expect(skuExternalId(sku)).toBe(externalId);
});
