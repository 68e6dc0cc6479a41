import { productsOfSkus } from '../../../../../lib/set-up/settings/product-settings';
import { fakeOdoo } from '../../odoo/fake-odoo';

/** An Odoo whose SKU table has these products; product 3 is a kit. */
const odooWith = (products: object[], table = true) =>
	fakeOdoo(
		({ model, method, params }) => {
			if (method === 'check_object_reference') return table ? ['ir.model', 9] : false;
			if (model === 'x_wechat_sku') return [{ id: 1, x_product_id: [1, 'x'] }];
			return JSON.stringify(params?.domain).includes('phantom') ? [{ id: 3 }] : products;
		},
		['bom_ids', 'is_storable'],
	);
const product = (id: number, name: string, type: string, is_storable = false) => ({
	...{ id, type, is_storable, display_name: name },
});

it('names kits, combos and goods without stock in the table', async () => {
	const products = [
		product(1, 'Tee', 'consu', true),
		product(2, 'Menu', 'combo'),
		product(3, 'Gift set', 'consu'),
		product(4, 'Engraving', 'service'),
	];
	const result = await productsOfSkus.check(odooWith(products));
	expect(result?.[0]).toBe('attention');
	expect(result?.[1]).toContain('Combos: Menu.');
	expect(result?.[1]).toContain('counted by their components: Gift set.');
	expect(result?.[1]).toContain('always available: Engraving.');
	expect(result?.[1]).not.toContain('Tee');
});

it('is fine with products that have stock', async () => {
	const result = await productsOfSkus.check(odooWith([product(1, 'Tee', 'consu', true)]));
	expect(result).toMatchObject(['fine', expect.stringContaining('Odoo counts the stock')]);
});
