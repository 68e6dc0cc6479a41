import type { SkuRow } from '../row';
import { rowsBySku } from '../table';
import type { OdooClient } from '../../odoo/client';
import { demandSkuTable, readStoredRows } from './stored-rows';

/** Every row of every SKU in the table in Odoo that sells one of the products; absent: of all products. */
export async function rowsOfProducts(
	odoo: OdooClient,
	productIds?: number[],
): Promise<Map<string, SkuRow[]>> {
	await demandSkuTable(odoo);
	if (!productIds) return rowsBySku((await readStoredRows(odoo)).map(({ row }) => row));
	const naming = await readStoredRows(odoo, [['x_product_id', 'in', productIds]]);
	const skus = [...new Set(naming.map(({ row }) => row.sku))];
	const whole = await readStoredRows(odoo, [['x_name', 'in', skus]]);
	return rowsBySku(whole.map(({ row }) => row));
}
