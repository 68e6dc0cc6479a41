import { productsNamed } from '../../../../lib/stock/find-products';
import { fakeOdoo } from '../odoo/fake-odoo';

const product = (id: number, code: string, active = true) => ({
	id,
	default_code: code,
	name: 'x',
	active,
	sale_ok: true,
});

it('finds products by reference, prefers active ones, and guesses none', async () => {
	const rows = [
		product(1, 'TEE'),
		product(2, 'CAP', false),
		product(3, 'CAP'),
		product(4, 'MUG'),
		product(5, 'MUG'),
		product(6, 'OLD', false),
	];
	const odoo = fakeOdoo(() => rows);
	const found = await productsNamed(odoo, 'defaultCode', [
		'TEE',
		'CAP',
		'MUG',
		'OLD',
		'NONE',
		'TEE',
	]);
	expect(Object.fromEntries(found)).toEqual({
		TEE: { productId: 1 },
		CAP: { productId: 3 },
		OLD: { productId: 6 },
		MUG: { reason: 'ambiguous', message: expect.stringContaining('is on 2 products') },
		NONE: { reason: 'unknown', message: expect.stringContaining('Internal Reference "NONE"') },
	});
});
