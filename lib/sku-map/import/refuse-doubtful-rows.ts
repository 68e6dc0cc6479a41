import { rowKey, type SkuRow } from '../row';
import { restoreZeros, byCodeWithoutZeros } from './csv';

/** A row of a file with its number in the spreadsheet. */
export interface NumberedRow {
	number: number;
	row: SkuRow;
}

/**
 * Refuses rows by comparison with others: two rows of a file for the same part of a SKU, and a SKU that
 * has lost its leading zeros.
 *
 * @param known SKUs of the table
 */
export function refuseDoubtfulRows(file: NumberedRow[], known: ReadonlySet<string>): NumberedRow[] {
	const skus = new Set([...known, ...file.map(({ row }) => row.sku)]);
	const zeros = byCodeWithoutZeros(skus);
	const first = new Map<string, number>();
	return file.map(({ number, row }) => {
		const earlier = first.get(rowKey(row));
		if (earlier === undefined) first.set(rowKey(row), number);
		const whole = known.has(row.sku) ? undefined : restoreZeros(row.sku, zeros);
		const problem =
			row.problem ??
			(earlier !== undefined
				? `It repeats the SKU of row ${earlier}. Keep one of them, or number the rows of a set in part and parts.`
				: whole !== undefined
					? `sku "${row.sku}" has lost its leading zeros: "${whole}" is known. Format the column as Text before the codes are typed or opened.`
					: undefined);
		return { number, row: problem === undefined ? row : { ...row, problem } };
	});
}
