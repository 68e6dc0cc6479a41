import type { OdooClient } from '../../odoo/client';
import { rowItem, type HeaderLanguage } from '../import/columns';
import { findProducts, readProducts } from './find-products';
import { demandSkuTable, readStoredRows } from './stored-rows';

/**
 * Every row of the table in Odoo, as an item for a file. A product whose code is not unique is named by
 * its database id, so that importing the file changes nothing.
 *
 * @throws IntegrationError `ODOO_SKU_TABLE_MISSING`, `ODOO_ACCESS_DENIED`
 */
export async function exportRows(
	odoo: OdooClient,
	nameBy: 'barcode' | 'defaultCode' | 'id',
	language: HeaderLanguage,
): Promise<Array<ReturnType<typeof rowItem>>> {
	await demandSkuTable(odoo);
	const rows = (await readStoredRows(odoo)).map(({ row }) => row);
	const ids = rows.map(({ product }) => product);
	const codes =
		nameBy === 'id'
			? new Map<string, string>()
			: await uniqueCodes(odoo, nameBy === 'barcode' ? 'barcode' : 'default_code', ids);
	return rows.map((row) =>
		rowItem({ ...row, product: codes.get(row.product) ?? row.product }, language),
	);
}

/** Codes by `id:` and a database id, of the products whose code is unique. */
async function uniqueCodes(
	odoo: OdooClient,
	field: 'barcode' | 'default_code',
	ids: string[],
): Promise<Map<string, string>> {
	const found = [...(await findProducts(odoo, 'id', ids))].flatMap(([name, [product]]) =>
		product && product[field] !== '' ? [[name, product[field]] as const] : [],
	);
	const codes = found.map(([, code]) => code);
	const count = new Map<string, number>();
	for (const { [field]: code } of await readProducts(odoo, field, codes)) {
		count.set(code, (count.get(code) ?? 0) + 1);
	}
	return new Map(found.filter(([, code]) => count.get(code) === 1));
}
