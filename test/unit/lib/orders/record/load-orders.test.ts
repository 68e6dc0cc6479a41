import { fakeOdoo } from '../../odoo/fake-odoo';
import { paidOrder } from '../orders';
import { productProblems } from '../../../../../lib/orders/record/load-orders';

const problems = async (...products: object[]) => {
	const known = [41, 42].map((id) => ({ id, name: 'Tee', active: true, sale_ok: true }));
	const odoo = fakeOdoo(() => [...products, ...known.slice(products.length)]);
	return await productProblems(odoo, paidOrder(), { taxes: 'odoo', companyId: 1 });
};

it('finds none with products that can be sold', async () => {
	expect(await problems()).toBe('');
});

it.each([
	['is archived', { active: false }],
	['cannot be sold', { active: true, sale_ok: false }],
	['belongs to another company', { active: true, sale_ok: true, company_id: [2, 'Other'] }],
])('says that a product %s', async (problem, product) => {
	expect(await problems({ id: 41, name: 'Tee', default_code: 'TEE', ...product })).toBe(
		`Product TEE (Tee) ${problem}.`,
	);
});
