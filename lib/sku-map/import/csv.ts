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
