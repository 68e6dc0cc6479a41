import {
	accessDenied,
	ADMINISTRATOR,
	INVENTORY_USER,
	rightsFor,
	SALES_ALL_DOCUMENTS,
} from '../../../../lib/odoo/rights';

it.each([
	['sale.order', SALES_ALL_DOCUMENTS],
	['x_wechat_sku', SALES_ALL_DOCUMENTS],
	['stock.picking', INVENTORY_USER],
	['ir.model.fields', ADMINISTRATOR],
])('names the right for %s', (model, right) => {
	expect(rightsFor(model)).toBe(right);
	expect(accessDenied(model, 'create')).toMatchObject({
		...{ code: 'ODOO_ACCESS_DENIED', message: expect.stringContaining(model) },
		nextStep: expect.stringContaining(right),
	});
});
