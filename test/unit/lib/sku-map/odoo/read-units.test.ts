import { readUnits } from '../../../../../lib/sku-map/odoo/read-units';
import { fakeOdoo } from '../../odoo/fake-odoo';

it('takes units with the same base for one family, since Odoo 19', async () => {
	const odoo = fakeOdoo(() => [
		{ id: 1, name: 'Units', relative_uom_id: false, factor: 1 },
		{ id: 2, name: 'Dozens', relative_uom_id: [1, 'Units'], factor: 12 },
		{ id: 3, name: 'Crates', relative_uom_id: [2, 'Dozens'], factor: 144 },
		{ id: 4, name: 'kg', relative_uom_id: false, factor: 1 },
	]);
	const units = await readUnits(odoo);
	expect(units.map(({ name, family, factor }) => [name, family, factor])).toEqual([
		['Units', 1, 1],
		['Dozens', 1, 12],
		['Crates', 1, 144],
		['kg', 4, 1],
	]);
});

it('takes units of one category for one family before, and reads them once', async () => {
	const rows = [{ id: 2, name: 'Dozens', category_id: [9, 'Unit'], factor_inv: 12 }];
	const odoo = fakeOdoo(() => rows, ['category_id']);
	await readUnits(odoo);
	expect(await readUnits(odoo)).toEqual([{ id: 2, name: 'Dozens', family: 9, factor: 12 }]);
	expect(odoo.calls).toHaveLength(1);
});

it('ends with units that refer to each other', async () => {
	const odoo = fakeOdoo(() => [
		{ id: 1, name: 'A', relative_uom_id: [2, 'B'], factor: 1 },
		{ id: 2, name: 'B', relative_uom_id: [1, 'A'], factor: 1 },
	]);
	expect(await readUnits(odoo)).toHaveLength(2);
});
