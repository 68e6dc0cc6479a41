import { externalIdPart, setUpId, toOdooTime } from '../../../../lib/odoo/formats';

it('makes any text a part of an external id', () => {
	expect(externalIdPart('SHOP-1_a')).toBe('SHOP-1_a');
	expect(externalIdPart('a.b 订单/1')).toBe('a_b____1');
	expect(setUpId('x_wechat.sku', 'menu')).toBe('wechat_setup.x_wechat.sku_menu');
});

it("writes a moment in Odoo's format, in UTC", () => {
	expect(toOdooTime(Date.parse('2026-11-22T23:30:00.250+08:00'))).toBe('2026-11-22 15:30:00');
});
