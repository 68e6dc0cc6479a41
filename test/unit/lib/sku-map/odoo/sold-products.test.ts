import { soldProducts } from '../../../../../lib/sku-map/odoo/sold-products';
import { fakeOdoo } from '../../odoo/fake-odoo';

it('asks nothing without products', async () => {
	const odoo = fakeOdoo(() => []);
	expect(await soldProducts(odoo, [], '2026-08-27 00:00:00')).toEqual(new Set());
	expect(odoo.calls).toEqual([]);
});

it('finds the products of confirmed and of locked WeChat orders', async () => {
	const odoo = fakeOdoo(() => [{ product_id: [41, 'Tee'], 'write_date:max': '2026-11-11' }]);
	expect(await soldProducts(odoo, [41, 42], '2026-08-27 00:00:00')).toEqual(new Set([41]));
	expect(odoo.calls[0]?.params?.domain).toEqual(
		expect.arrayContaining([
			['order_id.state', 'in', ['sale', 'done']],
			['order_id.source_id.name', '=', 'WeChat'],
		]),
	);
});
