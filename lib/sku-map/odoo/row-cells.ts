import type { SkuRow } from '../row';
import { type Unit, unitOf } from '../units';
import type { CandidateProduct } from '../table';
import { toOdooTime } from '../../odoo/records';

/** Columns of `load` for rows of the table, without the one that tells the record. */
export const ROW_COLUMNS = [
	'x_name',
	'x_product_id/.id',
	'x_quantity',
	'x_uom_id/.id',
	'x_price',
	'x_part',
	'x_parts',
	'x_shop',
	'x_wechat_product_id',
	'x_valid_from',
	'x_valid_until',
	'x_note',
];

/** What `load` is to take moments for. */
export const IN_UTC = { tz: 'UTC', lang: false };

/** A row's cells, in the order of `ROW_COLUMNS`. Its product is `id:` and a database id. */
export function rowCells(
	row: SkuRow,
	product: Pick<CandidateProduct, 'uom_id'> | undefined,
	units: Unit[],
): string[] {
	return [
		row.sku,
		row.product.replace(/^id:/, ''),
		String(row.quantity),
		String(unitOf(row.uom, product?.uom_id, units)?.id ?? ''),
		row.price,
		String(row.part),
		String(row.parts),
		row.shop,
		row.wechat_product_id,
		utc(row.valid_from),
		utc(row.valid_until),
		row.note,
	];
}

const utc = (moment: string): string => (moment === '' ? '' : toOdooTime(Date.parse(moment)));
