import { readSkuTable } from '../../../../../lib/sku-map/odoo/read-sku-table';
import { rowsBySku } from '../../../../../lib/sku-map/table';
import { fakeOdoo } from '../../odoo/fake-odoo';
import { row } from '../tables';

/** Odoo with products 5 and 6; 6 has the Internal Reference `TEE`. */
const odoo = () =>
	fakeOdoo(({ model, params }) => {
		if (model !== 'product.product') return [{ id: 1, company_id: false }];
		const [[field, , values] = []] = params?.domain as Array<[string, string, unknown[]]>;
		return [
			{ id: 5, default_code: 'CAP' },
			{ id: 6, default_code: 'TEE' },
		].filter((product) => values?.includes(field === 'id' ? product.id : product.default_code));
	});
const options = { fallBackToDefaultCode: true, fallBackToBarcode: true };
const read = async (rows: ReturnType<typeof row>[], skus: string[]) =>
	await readSkuTable(
		odoo(),
		{ rows: rowsBySku(rows), productName: 'id', whereToAdd: '', externalIds: false },
		options,
		skus,
	);

it('takes id:5 for a database id in a cell of the table, and never in a SKU', async () => {
	const table = await read([row('CAP', 'id:5')], ['CAP', 'id:5', 'id:6', 'TEE']);
	expect([...table.rows.keys()]).toEqual(['CAP', 'TEE']);
	expect(table.products.get('id:5')?.map(({ id }) => id)).toEqual([5]);
	expect(table.products.get('TEE')?.map(({ id }) => id)).toEqual([6]);
	expect(table.products.has('id:6')).toBe(false);
});
