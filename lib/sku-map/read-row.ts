import { IntegrationError } from '../core/errors';
import { columnOf, priceRuleOf, type Column } from './columns';
import { plainRow, type SkuRow } from './row';
import { spreadsheetScar } from './spreadsheet-damage';
import { readMoment } from './valid-time';

const MOST_PIECES = 1_000_000;
const MOST_PARTS = 100;

/**
 * Reads one row as an item or a line of a file brings it, its headers in English or Chinese. What is
 * wrong with it stands in `problem`; what could be read is there all the same.
 *
 * @returns undefined for an empty row
 */
export function readRow(item: Record<string, unknown>): SkuRow | undefined {
	const cells = new Map<string, unknown>();
	for (const [header, cell] of Object.entries(item)) {
		const column = columnOf(header);
		if (column && !isEmpty(cell) && isEmpty(cells.get(column))) cells.set(column, cell);
	}
	if (cells.size === 0) return undefined;
	const text = (column: string) => textOf(cells.get(column));
	const problems: string[] = [];
	const otherwise = <T>(value: T | undefined, problem: string, fallBack: T): T => {
		if (value === undefined) problems.push(problem);
		return value ?? fallBack;
	};
	const count = (column: string, most: number) => {
		const cell = text(column);
		const problem = `${column} is "${cell}", not a whole number from 1 to ${most}.`;
		return otherwise(cell === '' ? 1 : wholeNumber(cell, most), problem, 1);
	};
	const moment = (column: string, end: boolean) => {
		const cell = cells.get(column);
		const problem = `${column} is "${textOf(cell)}". Write a day as 2026-11-11, or a moment as 2026-11-11 20:00.`;
		return isEmpty(cell) ? '' : otherwise(readMoment(cell, end), problem, '');
	};
	for (const column of ['sku', 'wechat_product_id', 'product']) {
		const scar = isEmpty(cells.get(column)) ? undefined : spreadsheetScar(cells.get(column));
		if (scar) problems.push(`${column} ${scar}`);
	}
	if (text('sku') === '') problems.push('There is no WeChat SKU in it. Fill the column sku.');
	if (text('product') === '') {
		problems.push('There is no Odoo product in it. Fill the column product.');
	}
	const row: SkuRow = {
		...plainRow(text('sku'), text('product')),
		wechat_product_id: text('wechat_product_id'),
		shop: text('shop'),
		quantity: otherwise(
			text('quantity') === '' ? 1 : quantity(text('quantity')),
			`quantity is "${text('quantity')}", not a number above 0.`,
			1,
		),
		uom: text('uom'),
		price: otherwise(
			priceRuleOf(text('price')),
			`price is "${text('price')}". Write "as paid", "list price" or "free".`,
			'as_paid',
		),
		part: count('part', MOST_PARTS),
		parts: count('parts', MOST_PARTS),
		valid_from: moment('valid_from', false),
		valid_until: moment('valid_until', true),
		note: text('note'),
	};
	if (row.part > row.parts) problems.push(`It is part ${row.part} of only ${row.parts}.`);
	if (row.valid_from !== '' && row.valid_until !== '' && row.valid_from > row.valid_until) {
		problems.push(`It ends (${row.valid_until}) before it begins (${row.valid_from}).`);
	}
	return problems.length > 0 ? { ...row, problem: problems.join(' ') } : row;
}

/**
 * Reads every row that is not empty. `number` counts as a spreadsheet does: its headers are row 1.
 *
 * @throws IntegrationError `SKU_TABLE_NO_COLUMN`: read as a table that says nothing, such a file would be
 * imported without a word, or send every order to Unmapped
 */
export function readRows(
	items: Array<Record<string, unknown>>,
): Array<{ number: number; row: SkuRow }> {
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
			'The headers are not in the first row or have other names, or the file is no table: an XLSX read as text, say.',
		nextStep:
			'Name the columns in the first row, sku (微信SKU) and product (Odoo产品) at the least, and take a file that ends in .csv or .xlsx.',
	});

/** The columns that an item fills, whatever it calls them. */
export const filledColumns = (item: Record<string, unknown>): Set<Column> =>
	new Set(
		Object.entries(item).flatMap(([header, cell]) => {
			const column = columnOf(header);
			return column && !isEmpty(cell) ? [column] : [];
		}),
	);

const isEmpty = (cell: unknown): boolean =>
	cell === undefined || cell === null || cell === false || String(cell).trim() === '';

/** Spaces of any width around a code, and an apostrophe before it, are scars of spreadsheets. */
const textOf = (cell: unknown): string =>
	isEmpty(cell) ? '' : String(cell).trim().replace(/^'/, '');

function wholeNumber(cell: string, most: number): number | undefined {
	const number = Number(cell.normalize('NFKC'));
	return Number.isSafeInteger(number) && number >= 1 && number <= most ? number : undefined;
}

function quantity(cell: string): number | undefined {
	const number = Number(cell.normalize('NFKC'));
	return number > 0 && number <= MOST_PIECES ? number : undefined;
}
