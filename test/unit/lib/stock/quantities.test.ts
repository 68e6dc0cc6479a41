import { freeQuantities } from '../../../../lib/stock/quantities';
import { fakeOdoo } from '../odoo/fake-odoo';

const PRODUCT = {
	...{ id: 41, default_code: 'TEE', name: 'Tee', type: 'product' },
	free_qty: 2.9999999999999996,
};
const PLACE = { warehouseIds: [2] };

it('reads the unreserved quantity of a warehouse as Odoo computes it', async () => {
	const odoo = fakeOdoo(() => [PRODUCT], ['free_qty']);
	expect(await freeQuantities(odoo, [41], { warehouseIds: [2] })).toEqual([
		{ product_id: 41, default_code: 'TEE', name: 'Tee', free_qty: 3 },
	]);
	expect(odoo.calls[0]?.context).toMatchObject({ warehouse: [2], warehouse_id: [2] });
});

it('prefers a location to warehouses', async () => {
	const odoo = fakeOdoo(() => [PRODUCT], ['free_qty']);
	await freeQuantities(odoo, [41], { warehouseIds: [2], locationId: 8 });
	expect(odoo.calls[0]?.context).toMatchObject({ location: 8 });
	expect(odoo.calls[0]?.context).not.toHaveProperty('warehouse');
});

it.each([
	['is_storable', true],
	['type', 'product'],
])('reads all storable products by their field %s', async (field, value) => {
	const odoo = fakeOdoo(() => [PRODUCT], ['free_qty', field]);
	await freeQuantities(odoo, undefined, PLACE);
	expect(odoo.calls[0]?.params?.domain).toEqual([[field, '=', value]]);
});

it('reads at most 2,000 products per call', async () => {
	const odoo = fakeOdoo(() => [], ['free_qty']);
	await freeQuantities(
		odoo,
		Array.from({ length: 4_001 }, (_, index) => index + 1),
		PLACE,
	);
	expect(odoo.calls).toHaveLength(3);
});

it('computes the quantity from quants if Odoo does not', async () => {
	const quant = { product_id: [41, 'Tee'], quantity: 5, reserved_quantity: 2 };
	const odoo = fakeOdoo(({ model }) => {
		if (model === 'stock.warehouse') return [{ id: 1, view_location_id: [7, 'WH'] }];
		return model === 'stock.quant' ? [quant, { ...quant, quantity: 1 }] : [{ id: 41 }, { id: 42 }];
	});
	const found = await freeQuantities(odoo, [41, 42]);
	expect(found.map(({ free_qty }) => free_qty)).toEqual([2, 0]);
	const domains = odoo.calls.map(({ params }) => params?.domain);
	expect(domains).toContainEqual([
		['product_id', 'in', [41, 42]],
		['location_id', 'child_of', [7]],
	]);
});

it('counts the warehouse of new orders unless told otherwise', async () => {
	const odoo = fakeOdoo(
		({ model }) => (model === 'stock.warehouse' ? [{ id: 6 }] : [PRODUCT]),
		['free_qty'],
	);
	await freeQuantities(odoo, [41]);
	expect(odoo.calls.at(-1)?.context).toMatchObject({ warehouse_id: [6] });
});

it('marks services and untracked goods, but not kits', async () => {
	const rows = [
		{ ...PRODUCT, type: 'service' },
		{ ...PRODUCT, id: 42, type: 'consu' },
		{ ...PRODUCT, id: 43, type: 'consu' },
	];
	const odoo = fakeOdoo(
		({ params }) => (JSON.stringify(params).includes('phantom') ? [{ id: 43 }] : rows),
		['free_qty', 'bom_ids'],
	);
	const found = await freeQuantities(odoo, [41, 42, 43], PLACE);
	expect(found.map(({ untracked = false }) => untracked)).toEqual([true, true, false]);
});
