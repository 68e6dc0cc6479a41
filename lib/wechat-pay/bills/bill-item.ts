import { fromDecimal } from '../../core/money';
import { beijingToIso } from '../notification/beijing-time';
import { billError } from './bill-error';
import type { BillRow } from './bill-table';
import type { Column, Layout } from './columns';

/**
 * A row as fields: amounts as decimal text with the integer beside it (`…_fen`: the smallest unit of whatever
 * currency it is), times as ISO 8601, ids as text. Empty
 * values and the `0` that stands for "no id" are left out; columns we do not know keep their header's name.
 *
 * @throws IntegrationError `WECHAT_BILL_LAYOUT` for what is no amount or no time
 */
export function billItem(row: BillRow, layout: Layout): Record<string, string | number> {
	const item: Record<string, string | number> = {};
	for (const header of Object.keys(row)) {
		const value = row[header];
		if (value === undefined || value === '') continue;
		const column = Object.hasOwn(layout.columns, header) ? layout.columns[header] : undefined;
		if (column) put(item, column, value, row);
		else item[header] = value;
	}
	return item;
}

/** Written straight into the item: a statement may have millions of values. */
function put(
	item: Record<string, string | number>,
	column: Column,
	value: string,
	row: BillRow,
): void {
	const { field, kind } = column;
	if (kind === 'id' && value === '0') return;
	item[field] = kind === 'time' ? timeOf(value) : value;
	if (kind !== 'amount') return;
	const currency = (column.currencyOf && row[column.currencyOf]) || 'CNY';
	const minor = minorUnits(value, currency);
	if (minor !== undefined) item[`${field}_fen`] = minor;
}

function timeOf(value: string): string {
	const time = beijingToIso(value);
	if (time === undefined) throw billError('LAYOUT', 'A time in the file cannot be read.');
	return time;
}

/** Undefined for fractions of the smallest unit, which fees may have: nothing is rounded here. */
function minorUnits(value: string, currency: string): number | undefined {
	if (!/^[+-]?\d+(\.\d*)?$/.test(value)) {
		throw billError('LAYOUT', 'An amount in the file cannot be read.');
	}
	try {
		// Adding 0 turns -0 into 0.
		return fromDecimal(value, currency).amount + 0;
	} catch (error) {
		if (error instanceof RangeError) return undefined;
		throw error;
	}
}
