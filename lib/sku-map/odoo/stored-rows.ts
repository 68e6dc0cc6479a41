import { IntegrationError } from '../../core/errors';
import type { StoredRow } from '../plan-import';
import { readRow } from '../read-row';
import { plainRow, type SkuRow } from '../row';
import type { Unit } from '../units';
import { toBeijingTime } from '../../core/beijing-time';
import { hasManualModel } from '../../odoo/schema/exists';
import type { OdooClient } from '../../odoo/client';
import { fromOdooTime, idOf, searchRead, type Domain, type OdooRow } from '../../odoo/records';
import { SKU_MODEL } from './sku-model';
import { readUnits } from './read-units';

const FIELDS = SKU_MODEL.fields.map(({ name }) => name);

/** Whether set-up has made the table in this database. A no is never remembered. */
export async function hasSkuTable(odoo: OdooClient): Promise<boolean> {
	return await odoo
		.remember('table of WeChat SKUs', async () =>
			(await hasManualModel(odoo, SKU_MODEL)) ? true : await Promise.reject(new NoTable()),
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
 * Rows of the table in Odoo, by the same rules as rows of a file: what a person has typed in there and
 * cannot be used has its `problem`.
 *
 * @param domain absent: all rows
 * @throws IntegrationError `ODOO_ACCESS_DENIED`
 */
export async function readStoredRows(odoo: OdooClient, domain: Domain = []): Promise<StoredRow[]> {
	const order = 'x_name, x_part, id';
	const found = await searchRead(odoo, SKU_MODEL.model, domain, ['id'], { order });
	const ids = found.map(({ id }) => id);
	if (ids.length === 0) return [];
	// Without the names of products and units, which take Odoo longer than all the rest.
	const params = { fields: FIELDS, load: '' };
	const records = (await odoo.call(SKU_MODEL.model, 'read', {
		ids,
		params,
	})) as OdooRow[];
	const units = records.some(({ x_uom_id: unit }) => unit) ? await readUnits(odoo) : [];
	return records.map((record) => ({ id: record.id, row: rowOf(record, units) }));
}

function rowOf(record: OdooRow, units: Unit[]): SkuRow {
	const unit = idOf(record.x_uom_id);
	const product = idOf(record.x_product_id);
	const cells = {
		sku: record.x_name,
		wechat_product_id: record.x_wechat_product_id,
		shop: record.x_shop,
		product: product === undefined ? '' : `id:${product}`,
		// 0 is what Odoo keeps of an empty number: not to be taken for the default 1.
		quantity: String(record.x_quantity),
		uom: unit === undefined ? '' : (units.find(({ id }) => id === unit)?.name ?? `id:${unit}`),
		price: record.x_price,
		part: String(record.x_part),
		parts: String(record.x_parts),
		valid_from: moment(record.x_valid_from),
		valid_until: moment(record.x_valid_until),
		note: record.x_note,
	};
	return readRow(cells) ?? plainRow('', '');
}

function moment(value: unknown): string {
	const ms = fromOdooTime(value);
	return Number.isNaN(ms) ? '' : toBeijingTime(ms);
}
