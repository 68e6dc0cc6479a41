import { IntegrationError } from '../../core/errors';
import type { JsonObject } from '../../core/json';
import { columnOf, priceRuleOf, type Column } from './columns';
import { checkRow, plainRow, type SkuRow } from '../row';
import { BEIJING_OFFSET_MS, toBeijingTime } from '../../core/beijing-time';
import { spreadsheetDamage } from './csv';

/**
 * Reads one row of an item or a line of a file, with headers in English or Chinese. The row has its
 * `problem` where something in it is wrong, and all that could be read.
 *
 * @returns undefined for an empty row
 */
export function readRow(item: JsonObject): SkuRow | undefined {
	const cells = new Map<Column, unknown>();
	for (const [header, cell] of Object.entries(item)) {
		const column = columnOf(header);
		if (column && !isEmpty(cell) && isEmpty(cells.get(column))) cells.set(column, cell);
	}
	if (cells.size === 0) return undefined;
	const problems: string[] = [];
	const text = (column: Column) => textOf(cells.get(column));
	const number = (column: Column) =>
		text(column) === '' ? 1 : Number(text(column).normalize('NFKC'));
	const readable = <T>(column: Column, value: T | undefined, wanted: string, fallback: T): T => {
		if (value === undefined) problems.push(`${column} is "${text(column)}". ${wanted}`);
		return value ?? fallback;
	};
	const moment = (column: Column, end: boolean) =>
		cells.has(column) ? readable(column, readMoment(cells.get(column), end), AS_DAY, '') : '';
	for (const column of ['sku', 'wechat_product_id', 'product'] as const) {
		const damage = cells.has(column) ? spreadsheetDamage(cells.get(column)) : undefined;
		if (damage) problems.push(`${column} ${damage}`);
	}
	const row: SkuRow = {
		...plainRow(text('sku'), text('product')),
		wechat_product_id: text('wechat_product_id'),
		shop: text('shop'),
		quantity: number('quantity'),
		uom: text('uom'),
		price: readable('price', priceRuleOf(text('price')), AS_PRICE, 'as_paid'),
		part: number('part'),
		parts: number('parts'),
		valid_from: moment('valid_from', false),
		valid_until: moment('valid_until', true),
		note: text('note'),
	};
	return checkRow(row, problems, text);
}

const AS_DAY = 'Write a day as 2026-11-11, or a moment as 2026-11-11 20:00.';
const AS_PRICE = 'Write "as paid", "list price" or "free".';

/**
 * Reads every row that is not empty. `number` counts as a spreadsheet does: the headers are row 1.
 *
 * @throws IntegrationError `SKU_TABLE_NO_COLUMN`: read as an empty table, such a file would be imported
 * silently, or send every order to Unmapped
 */
export function readRows(items: Array<JsonObject>): Array<{ number: number; row: SkuRow }> {
	const headers = new Set(items.flatMap((item) => Object.keys(item)));
	if (items.length > 0 && ![...headers].some(columnOf)) throw noColumn([...headers]);
	return items.flatMap((item, index) => {
		const row = readRow(item);
		return row ? [{ number: index + 2, row }] : [];
	});
}

const noColumn = (headers: string[]) =>
	new IntegrationError({
		code: 'SKU_TABLE_NO_COLUMN',
		message: `No column of the SKU table is among the headers that were read: ${headers
			.slice(0, 6)
			.map((header) => `"${header.slice(0, 30)}"`)
			.join(', ')}.`,
		likelyCause:
			'The headers are not in the first row or have other names, or the file is not a table, e.g. an XLSX file that was read as text.',
		nextStep:
			'Name the columns in the first row, at least sku (微信SKU) and product (Odoo产品), and use a .csv or .xlsx file.',
	});

/** The columns that an item fills, under any of their names. */
export const filledColumns = (item: JsonObject): Set<Column> =>
	new Set(
		Object.entries(item).flatMap(([header, cell]) => {
			const column = columnOf(header);
			return column && !isEmpty(cell) ? [column] : [];
		}),
	);

const isEmpty = (cell: unknown): boolean =>
	cell === undefined || cell === null || cell === false || String(cell).trim() === '';

/** Spreadsheets leave spaces of any width around a code, and an apostrophe before it. */
const textOf = (cell: unknown): string =>
	isEmpty(cell) ? '' : String(cell).trim().replace(/^'/, '');

const DAY_MS = 86_400_000;
/** A spreadsheet's day 0. */
const SHEET_EPOCH_MS = Date.UTC(1899, 11, 30);
const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const ZONED = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:?\d\d)$/i;

/**
 * Reads a day or a moment as people and spreadsheets write it. Without a zone it is Beijing's, WeChat's
 * own; a day alone is its first second, or its last where `end` is given.
 *
 * @returns undefined for what is neither, such as `01/02/2026`, which means two days
 */
export function readMoment(value: unknown, end: boolean): string | undefined {
	if (typeof value === 'number') return fromSheet(value, end);
	const text = String(value).normalize('NFKC').trim();
	if (/^\d{5}(\.\d+)?$/.test(text)) return fromSheet(Number(text), end);
	if (ZONED.test(text)) {
		const ms = Date.parse(text.replace(' ', 'T'));
		return Number.isNaN(ms) ? undefined : toBeijingTime(ms);
	}
	const match = DATE.exec(text);
	if (!match) return undefined;
	const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number);
	const midnight = Date.UTC(year, month - 1, day);
	if (new Date(midnight).getUTCMonth() !== month - 1) return undefined;
	if (match[4] === undefined) return wholeDay(midnight, end);
	const [hours = 0, minutes = 0, seconds = 0] = match.slice(4, 7).map((part) => Number(part ?? 0));
	if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
	return toBeijingTime(
		midnight + ((hours * 60 + minutes) * 60 + seconds) * 1000 - BEIJING_OFFSET_MS,
	);
}

/** A spreadsheet keeps a moment as days since 1899-12-30; those of the years 2000 to 2099 are taken. */
function fromSheet(days: number, end: boolean): string | undefined {
	if (!(days >= 36_526 && days < 73_051)) return undefined;
	const ms = SHEET_EPOCH_MS + Math.round((days * DAY_MS) / 1000) * 1000;
	return Number.isInteger(days) ? wholeDay(ms, end) : toBeijingTime(ms - BEIJING_OFFSET_MS);
}

const wholeDay = (midnight: number, end: boolean): string =>
	toBeijingTime(midnight - BEIJING_OFFSET_MS + (end ? DAY_MS - 1000 : 0));
