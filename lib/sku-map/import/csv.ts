/** A table has about a dozen. */
const MAX_COLUMNS = 100;
const DELIMITERS = [',', '\t', ';', '，'];

/**
 * Reads text pasted from a spreadsheet or a CSV file (RFC 4180, quotes doubled inside quotes) whose
 * first line has the headers. The delimiter is the comma, tab, semicolon or Chinese comma that is most
 * frequent in the headers.
 *
 * @returns a record for each line that is not empty, every cell text; cells that a line lacks are absent
 */
export function readCsv(text: string): Array<Record<string, string>> {
	const [first = ''] = text
		.replace(/^\uFEFF/, '')
		.trimStart()
		.split(/\r?\n/, 1);
	const count = (delimiter: string) => first.split(delimiter).length;
	const delimiter = DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best));
	let names: string[] | undefined;
	const rows: Array<Record<string, string>> = [];
	for (const cells of linesOf(text.replace(/^\uFEFF/, '').trimStart(), delimiter)) {
		if (names) rows.push(toRow(names, cells));
		else names = cells.slice(0, MAX_COLUMNS).map((header) => header.trim());
	}
	return rows;
}

function toRow(names: string[], cells: string[]): Record<string, string> {
	const row: Record<string, string> = {};
	const columns = Math.min(names.length, cells.length);
	for (let at = 0; at < columns; at += 1) row[names[at] ?? ''] = cells[at] ?? '';
	return row;
}

/** Patterns that find the next end of a cell, and the next end or quote. */
interface Stops {
	end: RegExp;
	endOrQuote: RegExp;
}

/** The cells of each line that is not empty. */
function* linesOf(text: string, delimiter: string): Generator<string[]> {
	const stops = {
		end: new RegExp(`[\n${delimiter}]`, 'g'),
		endOrQuote: new RegExp(`[\n"${delimiter}]`, 'g'),
	};
	let line: string[] = [];
	let blank = true;
	for (let at = 0; at <= text.length; at += 1) {
		const { cell, end } = cellAt(text, at, stops);
		line.push(cell);
		blank &&= cell.trim() === '';
		at = end;
		if (text[end] === delimiter) continue;
		if (!blank) yield line;
		[line, blank] = [[], true];
	}
}

/** The cell that begins at a place, cut out whole: adding single characters makes a long table slow. */
function cellAt(text: string, from: number, { end, endOrQuote }: Stops) {
	const stop = next(text, endOrQuote, from);
	const before = text.slice(from, stop);
	if (text[stop] !== '"' || before.trim() !== '') {
		const to = next(text, end, stop);
		return { cell: withoutReturns(text.slice(from, to)), end: to };
	}
	const close = closingQuote(text, stop + 1);
	const to = next(text, end, close + 1);
	const quoted = text.slice(stop + 1, close).replaceAll('""', '"');
	const after = withoutReturns(text.slice(close + 1, to));
	return { cell: withoutReturns(before) + quoted + after, end: to };
}

/** The place of the next match, or the end of the text. */
function next(text: string, pattern: RegExp, from: number): number {
	pattern.lastIndex = from;
	return pattern.test(text) ? pattern.lastIndex - 1 : text.length;
}

function closingQuote(text: string, from: number): number {
	for (let at = from; ; at += 2) {
		at = text.indexOf('"', at);
		if (at < 0) return text.length;
		if (text[at + 1] !== '"') return at;
	}
}

const withoutReturns = (text: string): string =>
	text.includes('\r') ? text.replaceAll('\r', '') : text;

const ROUNDED = /^\d(?:[.,]\d+)?E\+\d+$/i;
/** A spreadsheet keeps 15 digits of a number. */
const KEPT_DIGITS = 15;

const AS_TEXT =
	'Format the column as Text before the codes are typed or opened (in Excel: Data → From Text/CSV → Text), and take the code from WeChat again.';

/**
 * What a spreadsheet did to a code that it treated as a number, as a sentence; undefined for an
 * undamaged code.
 *
 * @param cell text or a number, as in the file
 */
export function spreadsheetDamage(cell: unknown): string | undefined {
	const text = String(cell).trim();
	if (ROUNDED.test(text)) {
		return `"${text}" is a long number that a spreadsheet has shortened: its last digits are lost. ${AS_TEXT}`;
	}
	const lostAsNumber = typeof cell === 'number' && Math.abs(cell) >= 10 ** KEPT_DIGITS;
	// A long code that truly ends in zeros is far rarer than one that a spreadsheet cut.
	const lostInText = /^\d{18,}$/.test(text) && /^0+$/.test(text.slice(KEPT_DIGITS));
	if (!lostAsNumber && !lostInText) return undefined;
	return `"${text}" has more digits than a spreadsheet keeps of a number (${KEPT_DIGITS}): the last ones are not to be trusted. ${AS_TEXT}`;
}

/**
 * The known code that a code of digits was before it lost its leading zeros; undefined where there is none.
 *
 * @param known codes that begin with a zero, by the code without its zeros
 */
export function restoreZeros(code: string, known: Map<string, string>): string | undefined {
	return /^[1-9]\d*$/.test(code) ? known.get(code) : undefined;
}

/** Codes of digits that begin with a zero, by the code without its zeros. */
export const byCodeWithoutZeros = (codes: Iterable<string>): Map<string, string> =>
	new Map(
		[...codes].filter((code) => /^0\d+$/.test(code)).map((code) => [code.replace(/^0+/, ''), code]),
	);
