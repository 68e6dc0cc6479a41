import { createHash } from 'node:crypto';

import { readBeijingTime } from '../../core/beijing-time';
import { IntegrationError } from '../../core/errors';
import { fromDecimal } from '../../core/money';
import { billError, billLines, billTable, type BillRow } from './bill-table';
import type { Column, Layout } from './columns';
import { hashed, plainBytes } from './decompress-bill';

/** `bill_row` is the number of the row, from 1. A row that cannot be read has its `problem`, and what else it says. */
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
		const parts = billTable(billLines(hashed(plainBytes(file), hash)));
		for await (const { kind, values, problem } of parts) {
			if (kind === 'summary') {
				summary = values;
				continue;
			}
			if (rows === 0) checkColumns(values, layout);
			rows += 1;
			const item = billItem(values, layout);
			item.bill_row = rows;
			if (problem !== undefined) item.problem = problem;
			yield item;
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
