import { chooseProduct, resolveParts } from '../../../../lib/sku-map/resolve-parts';
import { ORDER, product, row, set, table } from './tables';

const question = { sku: 'A', wechatProductId: '', ...ORDER };
const resolve = (...given: Parameters<typeof table>) => resolveParts(question, table(...given));

it('gives each product of a set with its units and its price', () => {
	const rows = set('A', ['TEE', { quantity: 2, uom: 'Dozens' }], ['MUG', { price: 'free' }]);
	expect(resolve(rows, { TEE: [product(1)], MUG: [product(2)] })).toMatchObject({
		parts: [
			{ product: { id: 1 }, units: 24, price: 'as_paid' },
			{ product: { id: 2 }, units: 1, price: 'free' },
		],
	});
});

it.each([
	['unit_of_measure', [row('A', 'TEE', { uom: 'kg' })], {}],
	['unit_of_measure', [row('A', 'TEE', { quantity: 0.5 })], {}],
	['price', set('A', ['TEE', { price: 'free' }]), {}],
	['price', set('A', ['TEE'], ['MUG']), {}],
	[
		'price',
		set('A', ['TEE', { price: 'list_price' }], ['MUG', { price: 'list_price' }]),
		{ list_price: 0 },
	],
	['unknown', [row('B', 'TEE')], {}],
] as const)('says %s in place of a guess', (reason, rows, more) => {
	const products = { TEE: [product(1, more)], MUG: [product(2, more)] };
	expect(resolve([...rows], products)).toMatchObject({ reason });
});

it.each([
	['missing_product', []],
	['archived', [product(1, { active: false })]],
	['ambiguous', [product(1), product(2)]],
	['wrong_company', [product(1, { company_id: 2 })]],
	['not_for_sale', [product(1, { sale_ok: false })]],
	['combo', [product(1, { combo: true })]],
])('refuses a product that is %s', (reason, candidates) => {
	const products = new Map([['TEE', candidates]]);
	expect(chooseProduct('A', 'TEE', { products, companyId: 1 })).toMatchObject({
		...{ reason, message: expect.stringContaining('"A"') },
	});
});

it('takes the one active product among archived ones', () => {
	const products = new Map([['TEE', [product(1, { active: false }), product(2)]]]);
	expect(chooseProduct('A', 'TEE', { products })).toMatchObject({ product: { id: 2 } });
});
