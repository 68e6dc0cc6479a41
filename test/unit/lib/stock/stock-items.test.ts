import { stockItems } from '../../../../lib/stock/stock-items';
import { fakeOdoo } from '../odoo/fake-odoo';

const odoo = () =>
	fakeOdoo(
		({ model }) =>
			model === 'stock.warehouse'
				? []
				: [
						{ id: 41, default_code: 'TEE', name: 'Tee', free_qty: 10 },
						{ id: 42, default_code: false, name: 'Cap', free_qty: -1 },
					],
		['free_qty'],
	);
const BUFFER = { units: 2, percent: 0, bySku: new Map([['S-41', { units: 5, percent: 0 }]]) };

it('subtracts the buffer of the SKU or of all products, and never promises less than none', async () => {
	const items = await stockItems(odoo(), [41, 42], {}, BUFFER, new Map([[41, 'S-41']]));
	expect(items).toMatchObject([
		{ product_id: 41, sku: 'S-41', free_qty: 10, buffer: 5, quantity_to_promise: 5 },
		{ product_id: 42, free_qty: -1, buffer: 2, quantity_to_promise: 0 },
	]);
	expect(items[1]).not.toHaveProperty('sku');
});

it('says where stock was counted', async () => {
	const at = async (place: object) => (await stockItems(odoo(), [41], place, BUFFER))[0];
	expect(await at({ warehouseIds: [2] })).toMatchObject({ warehouse_ids: [2] });
	expect(await at({ warehouseIds: [2], locationId: 8 })).toMatchObject({ location_id: 8 });
	expect(Object.keys((await at({})) ?? {})).not.toContain('warehouse_ids');
});
