import { IntegrationError } from '../../core/errors';
import type { JsonObject } from '../../core/json';
import { columnOf, priceRuleOf, type Column } from './columns';
import { checkRow, plainRow, type SkuRow } from '../row';
import { spreadsheetDamage } from './spreadsheet-damage';
import { readMoment } from './read-moment';

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
