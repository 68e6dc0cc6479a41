import { readBeijingTime } from '../../core/beijing-time';
import { fromDecimal } from '../../core/money';
import type { BillRow } from './bill-table';
import type { Column, Layout } from './columns';

/** `bill_row` is the number of the row, from 1. A row that cannot be read has its `problem`, and what else it says. */
export type BillItem = Record<string, string | number>;

/**
 * A row as fields: amounts as decimal text with the integer beside it (`…_fen`: the smallest unit of whatever
 * currency it is), times as ISO 8601, ids as text. Empty values and the `0` that stands for "no id" or "no time" are
 * left out; columns we do not know keep their header's name. An amount or a time that cannot be read is left out and
 * named in `problem`: the other rows are not affected.
 */
export function billItem(row: BillRow, layout: Layout): BillItem {
	const item: BillItem = {};
	for (const header of Object.keys(row)) {
		const value = row[header];
		if (value === undefined || value === '') continue;
		const column = Object.hasOwn(layout.columns, header) ? layout.columns[header] : undefined;
		if (!column) item[header] = value;
		else if (!put(item, column, value, row)) item.problem = `${header} cannot be read.`;
	}
	return item;
}

/** Written straight into the item: a statement may have millions of values. @returns whether it could be read */
function put(item: BillItem, column: Column, value: string, row: BillRow): boolean {
	const { field, kind } = column;
	if (kind === 'amount') {
		return putAmount(item, field, value, (column.currencyOf && row[column.currencyOf]) || 'CNY');
	}
	if (value === '0' && kind !== 'text') return true;
	if (kind === 'time') return putTime(item, field, value);
	item[field] = value;
	return FREE_TEXT.has(field) || !value.includes('\uFFFD');
}

/** Texts of the shop, which may be cut in the middle of a character. */
const FREE_TEXT = new Set(['description', 'attach', 'remark']);

function putTime(item: BillItem, field: string, value: string): boolean {
	const time = readBeijingTime(value);
	if (time !== undefined) item[field] = time;
	return time !== undefined;
}

/** Fees may have fractions of the smallest unit: nothing is rounded here, and they have no integer. */
function putAmount(item: BillItem, field: string, value: string, currency: string): boolean {
	if (!/^[+-]?\d+(\.\d*)?$/.test(value)) return false;
	item[field] = value;
	try {
		// Adding 0 turns -0 into 0.
		item[`${field}_fen`] = fromDecimal(value, currency).amount + 0;
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
	}
	return true;
}
