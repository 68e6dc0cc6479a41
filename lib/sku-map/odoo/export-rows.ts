import { rowItem, type HeaderLanguage } from '../row-item';
import type { OdooClient } from '../../odoo/client';
import { productsByBarcode, productsByDefaultCode, type OdooProduct } from './products';
import { findProducts } from './find-products';
import { demandSkuTable, readStoredRows } from './stored-rows';

/**
 * Every row of the table in Odoo, as an item for a file. A product whose reference is not its own
 * alone is named by its database id: imported again, each row means the same.
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
	const names = await codes(
		odoo,
		nameBy,
		rows.map(({ product }) => product),
	);
	return rows.map((row) =>
		rowItem({ ...row, product: names.get(row.product) ?? row.product }, language),
	);
}

/** Codes by `id:` and a database id, of the products that their code leads back to. */
async function codes(
	odoo: OdooClient,
	nameBy: 'barcode' | 'defaultCode' | 'id',
	ids: string[],
): Promise<Map<string, string>> {
	if (nameBy === 'id') return new Map();
	const codeOf = ({ barcode, default_code: reference }: OdooProduct) =>
		nameBy === 'barcode' ? barcode : reference;
	const found = [...(await findProducts(odoo, 'id', ids))].flatMap(([name, [product]]) =>
		product && codeOf(product) !== '' ? [[name, codeOf(product)] as const] : [],
	);
	const all = found.map(([, code]) => code);
	const bearers = await (nameBy === 'barcode'
		? productsByBarcode(odoo, all)
		: productsByDefaultCode(odoo, all));
	const count = new Map<string, number>();
	for (const one of bearers) count.set(codeOf(one), (count.get(codeOf(one)) ?? 0) + 1);
	return new Map(found.filter(([, code]) => count.get(code) === 1));
}
