import { externalIdPart, setUpId } from '../../../../lib/odoo/external-id';

it('makes any text a part of an external id', () => {
	expect(externalIdPart('SHOP-1_a')).toBe('SHOP-1_a');
	expect(externalIdPart('a.b 订单/1')).toBe('a_b____1');
	expect(setUpId('x_wechat.sku', 'menu')).toBe('wechat_setup.x_wechat.sku_menu');
});
