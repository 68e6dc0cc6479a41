import type { NumberedRow } from './refuse-doubtful-rows';
import type { SkuRow, StoredRow } from '../row';
import type { PlannedRow } from './plan-import';

/**
 * Decides which stored rows the rows of a file mean, to remove them. A column that a row leaves empty
 * says nothing: a row with a SKU alone means every row of that SKU.
 *
 * @param named the columns that the file's row fills
 */
export function planRemoval(
	file: Array<NumberedRow & { named: ReadonlySet<string> }>,
	stored: StoredRow[],
): PlannedRow[] {
	return file.map(({ number, row, named }) => {
		const says = KEYS.filter((column) => named.has(column));
		if (row.sku === '') {
			const message = 'There is no WeChat SKU in it. Fill the column sku.';
			return { number, row, action: 'refuse', message, ids: [] };
		}
		const meant = stored.filter((one) => says.every((column) => one.row[column] === row[column]));
		const ids = meant.map(({ id }) => id);
		return ids.length > 0
			? { number, row, action: 'remove', message: `It means ${rows(ids.length)}.`, ids }
			: { number, row, action: 'absent', message: 'The table has no such row.', ids };
	});
}

const KEYS = [
	'sku',
	'wechat_product_id',
	'shop',
	'part',
	'valid_from',
] as const satisfies ReadonlyArray<keyof SkuRow>;

const rows = (count: number) => (count === 1 ? 'one row' : `${count} rows`);
