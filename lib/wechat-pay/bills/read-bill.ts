import { createHash } from 'node:crypto';

import { readBeijingTime } from '../../core/beijing-time';
import { IntegrationError } from '../../core/errors';
import { fromDecimal } from '../../core/money';
import { billError, billLines, billTable, type BillRow } from './bill-table';
import type { Column, Layout } from './columns';
import { hashed, plainBytes } from './decompress-bill';

export type BillItem = Record<string, string | number>;

/** What a bill says once it has been proved. */
export interface Bill {
	items: BillItem[];
	/** Hex, of the uncompressed file; absent where there is no bill. */
	sha1?: string;
	/** Counts and sums as WeChat wrote them, by their Chinese names; absent where the bill has none. */
	summary?: BillRow;
}

/** What is known of a bill once its end was read and proved. */
export type BillEnd = Required<Pick<Bill, 'sha1'>> & Pick<Bill, 'summary'>;

/** Reads a bill whole. @throws those of `streamBill` */
export async function readBill(
	file: AsyncIterable<Buffer>,
	sha1: string,
	layout: Layout,
): Promise<Bill> {
	const rows = streamBill(file, sha1, layout);
	const items: BillItem[] = [];
	for (;;) {
		const { done, value } = await rows.next();
		if (done) return { items, ...value };
		items.push(value);
	}
}

/**
 * Reads a bill while it arrives: unpacked, hashed, split and turned into items in one go, so that no more than a piece
 * of the file is held. Items are proved by the hash only at the end: nothing may be done with them that cannot be
 * undone when reading fails.
 *
 * @param sha1 hex, of the uncompressed file
 * @throws IntegrationError `WECHAT_BILL_HASH_WRONG`, `WECHAT_BILL_INCOMPLETE`, `WECHAT_BILL_LAYOUT`,
 * `WECHAT_BILL_UNREADABLE` or `WECHAT_BILL_DAMAGED`
 */
export async function* streamBill(
	file: AsyncIterable<Buffer>,
	sha1: string,
	layout: Layout,
): AsyncGenerator<BillItem, BillEnd> {
	const hash = createHash('sha1');
	let rows = 0;
	let summary: BillRow | undefined;
	const isAnnounced = () => hash.digest('hex') === sha1.toLowerCase();
	try {
		for await (const { kind, values } of billTable(billLines(hashed(plainBytes(file), hash)))) {
			if (kind === 'summary') {
				summary = values;
				continue;
			}
			if (rows === 0) checkColumns(values, layout);
			rows += 1;
			yield billItem(values, layout);
		}
	} catch (error) {
		const unreadable = error instanceof IntegrationError && error.code === 'WECHAT_BILL_UNREADABLE';
		throw unreadable && !isAnnounced() ? hashWrong() : error;
	}
	if (!isAnnounced()) throw hashWrong();
	checkCount(rows, summary, layout);
	return { sha1: sha1.toLowerCase(), ...(summary ? { summary } : {}) };
}

const hashWrong = () =>
	billError('HASH_WRONG', 'The file is not the one that WeChat Pay announced.', true);

function checkColumns(row: BillRow, { required }: Layout): void {
	const missing = required.filter((name) => !Object.hasOwn(row, name));
	if (missing.length === 0) return;
	throw billError('LAYOUT', `The columns ${missing.join(', ')} are missing.`);
}

/** The hash proves the file, the count that no row of it was taken for something else. */
function checkCount(rows: number, summary: BillRow | undefined, { count }: Layout): void {
	if (!count) return;
	if (summary && Number(summary[count]) === rows) return;
	throw billError(
		'INCOMPLETE',
		summary
			? `The bill counts ${summary[count] ?? 'nothing'} rows, ${rows} were read.`
			: 'The bill ends without its summary.',
	);
}

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
	const time = readBeijingTime(value);
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
