import { toBeijingTime } from '../../core/beijing-time';
import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { allExist } from '../../odoo/external-ids';
import {
	fromOdooTime,
	idOf,
	searchRead,
	textOf,
	type Domain,
	type OdooRow,
	setUpId,
} from '../../odoo/records';
import { checkRow, type PriceRule, type SkuRow, type StoredRow } from '../row';
import { rowsBySku, type Unit } from '../table';
import { readUnits } from './read-units';

/** The model of the table in Odoo, which set-up creates with these fields. */
export const SKU_MODEL_NAME = 'x_wechat_sku';
export const SKU_FIELDS = [
	'x_name',
	'x_product_id',
	'x_quantity',
	'x_uom_id',
	'x_price',
	'x_part',
	'x_parts',
	'x_shop',
	'x_wechat_product_id',
	'x_valid_from',
	'x_valid_until',
	'x_note',
] as const;

/** Whether this database has the table. Only a yes is remembered. */
export async function hasSkuTable(odoo: OdooClient): Promise<boolean> {
	return await odoo
		.remember('table of WeChat SKUs', async () =>
			(await allExist(odoo, [setUpId(SKU_MODEL_NAME, 'model')]))
				? true
				: await Promise.reject(new NoTable()),
		)
		.catch((error: unknown) => (error instanceof NoTable ? false : Promise.reject(error)));
}

class NoTable extends Error {}

/** @throws IntegrationError `ODOO_SKU_TABLE_MISSING` */
export async function demandSkuTable(odoo: OdooClient): Promise<void> {
	if (await hasSkuTable(odoo)) return;
	throw new IntegrationError({
		code: 'ODOO_SKU_TABLE_MISSING',
		message: 'This Odoo database has no table of WeChat SKUs.',
		likelyCause: 'Set-up has not been run in this database, or its table was removed since.',
		nextStep:
			'Run Odoo Sale → Set Up → Run once with the credential of an administrator, or choose another Table in the node.',
	});
}

/**
 * Rows of the table in Odoo. A row that a person has typed in and that cannot be used has its `problem`.
 *
 * @param domain absent: all rows
 * @throws IntegrationError `ODOO_ACCESS_DENIED`
 */
export async function readStoredRows(odoo: OdooClient, domain: Domain = []): Promise<StoredRow[]> {
	const order = 'x_name, x_part, id';
	const found = await searchRead(odoo, SKU_MODEL_NAME, domain, ['id'], { order });
	const ids = found.map(({ id }) => id);
	if (ids.length === 0) return [];
	// Without the names of products and units, which take Odoo longer than everything else.
	const params = { fields: SKU_FIELDS, load: '' };
	const records = (await odoo.call(SKU_MODEL_NAME, 'read', { ids, params })) as OdooRow[];
	const units = records.some(({ x_uom_id: unit }) => unit) ? await readUnits(odoo) : [];
	return records.map((record) => ({ id: record.id, row: rowOf(record, units) }));
}

function rowOf(record: OdooRow, units: Unit[]): SkuRow {
	const [unit, product] = [idOf(record.x_uom_id), idOf(record.x_product_id)];
	const text = (field: (typeof SKU_FIELDS)[number]) => textOf(record[field]).trim();
	return checkRow({
		sku: text('x_name'),
		wechat_product_id: text('x_wechat_product_id'),
		shop: text('x_shop'),
		product: product === undefined ? '' : `id:${product}`,
		quantity: Number(record.x_quantity),
		uom: unit === undefined ? '' : (units.find(({ id }) => id === unit)?.name ?? `id:${unit}`),
		price: (text('x_price') || 'as_paid') as PriceRule,
		part: Number(record.x_part),
		parts: Number(record.x_parts),
		valid_from: beijing(record.x_valid_from),
		valid_until: beijing(record.x_valid_until),
		note: text('x_note'),
	});
}

function beijing(value: unknown): string {
	const ms = fromOdooTime(value);
	return Number.isNaN(ms) ? '' : toBeijingTime(ms);
}

/** Every row of every SKU that sells one of the products; absent: of all products. */
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

/** For suggestions: more than a person would look through. */
const MAX_SUGGESTED = 5_000;

/** SKUs of the table, the newest first. */
export async function newestSkus(odoo: OdooClient): Promise<string[]> {
	const rows = await searchRead(odoo, SKU_MODEL_NAME, [], ['x_name'], {
		order: 'id desc',
		limit: MAX_SUGGESTED,
	});
	return [...new Set(rows.map((row) => textOf(row.x_name)))];
}
