import { keepsStock, kitsAmong, withTheirKits } from '../../../../lib/odoo/kits';
import { fakeOdoo } from './fake-odoo';

/** Kit 10 contains product 1; kit 20 contains kit 10. */
const withKits = () =>
	fakeOdoo(
		({ params }) => {
			const domain = JSON.stringify(params?.domain);
			if (!domain.includes('bom_line_ids')) return [{ id: 10 }, { id: 20 }];
			if (domain.includes('[1]')) return [{ id: 10 }];
			return domain.includes('[10]') ? [{ id: 20 }] : [];
		},
		['bom_ids'],
	);

it('finds the kits of a component, also as part of other kits', async () => {
	expect(await withTheirKits(withKits(), [1])).toEqual([1, 10, 20]);
});

it('finds the kits among products', async () => {
	expect(await kitsAmong(withKits(), [1, 10, 20])).toEqual(new Set([10, 20]));
	expect(await kitsAmong(withKits())).toEqual(new Set([10, 20]));
});

it('asks nothing in a database without manufacturing', async () => {
	const odoo = fakeOdoo(() => []);
	expect(await withTheirKits(odoo, [1])).toEqual([1]);
	expect(await kitsAmong(odoo, [1])).toEqual(new Set());
	expect(odoo.calls).toEqual([]);
});

it('knows products with stock by the field of each version', () => {
	const none = new Set<number>();
	expect(keepsStock({ id: 1, type: 'product' }, none)).toBe(true);
	expect(keepsStock({ id: 1, type: 'consu', is_storable: true }, none)).toBe(true);
	expect(keepsStock({ id: 1, type: 'consu' }, none)).toBe(false);
	expect(keepsStock({ id: 1, type: 'consu' }, new Set([1]))).toBe(true);
});
