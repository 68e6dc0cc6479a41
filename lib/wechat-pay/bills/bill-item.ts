import { fromDecimal } from '../../money';
import { beijingToIso } from '../beijing-time';
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
	for (const [header, value] of Object.entries(row)) {
		if (value === '') continue;
		const column = Object.hasOwn(layout.columns, header) ? layout.columns[header] : undefined;
		Object.assign(item, column ? fields(column, value, row) : { [header]: value });
	}
	return item;
}

function fields(column: Column, value: string, row: BillRow): Record<string, string | number> {
	const { field, kind } = column;
	if (kind === 'time') return { [field]: timeOf(value) };
	if (kind === 'id') return value === '0' ? {} : { [field]: value };
	if (kind !== 'amount') return { [field]: value };
	const currency = (column.currencyOf && row[column.currencyOf]) || 'CNY';
	const minor = minorUnits(value, currency);
	return { [field]: value, ...(minor === undefined ? {} : { [`${field}_fen`]: minor }) };
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
