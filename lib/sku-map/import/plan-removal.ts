import type { NumberedRow } from './refuse-doubtful-rows';
import type { SkuRow, StoredRow } from '../row';
import type { PlannedRow } from './plan-import';

/**
 * Finds the stored rows to remove for each row of a file. Empty columns match every value: a row with only a SKU
 * removes all rows of that SKU.
 *
 * @param named the columns that the file's row fills
 */
export function planRemoval(
	file: Array<NumberedRow & { named: ReadonlySet<string> }>,
	stored: StoredRow[],
): PlannedRow[] {
	return file.map(({ number, row, named }) => {
		const given = KEYS.filter((column) => named.has(column));
		if (row.sku === '') {
			const message = 'There is no WeChat SKU in it. Fill the column sku.';
			return { number, row, action: 'refuse', message, ids: [] };
		}
		const matching = stored.filter((one) =>
			given.every((column) => one.row[column] === row[column]),
		);
		const ids = matching.map(({ id }) => id);
		return ids.length > 0
			? { number, row, action: 'remove', message: `It matches ${rows(ids.length)}.`, ids }
			: { number, row, action: 'absent', message: 'The table has no matching row.', ids };
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
