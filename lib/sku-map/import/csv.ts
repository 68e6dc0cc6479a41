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
	const [headers = [], ...lines] = cellsOf(text.replace(/^\uFEFF/, '').trimStart(), delimiter);
	const names = headers.slice(0, MAX_COLUMNS).map((header) => header.trim());
	return lines.map((cells) =>
		Object.fromEntries(
			cells.slice(0, names.length).map((cell, index) => [names[index] ?? '', cell]),
		),
	);
}

function cellsOf(text: string, delimiter: string): string[][] {
	const lines: string[][] = [];
	let line: string[] = [];
	let cell = '';
	let quoted = false;
	let blank = true;
	const endCell = () => {
		line.push(cell);
		cell = '';
		blank = true;
	};
	const endLine = () => {
		endCell();
		if (line.some((one) => one.trim() !== '')) lines.push(line);
		line = [];
	};
	for (let at = 0; at < text.length; at += 1) {
		const character = text[at];
		if (quoted && character === '"' && text[at + 1] === '"') {
			cell += '"';
			at += 1;
		} else if (character === '"' && (quoted || blank)) {
			quoted = !quoted;
		} else if (!quoted && character === delimiter) endCell();
		else if (!quoted && character === '\n') endLine();
		else if (quoted || character !== '\r') {
			cell += character;
			blank &&= !quoted && (character ?? '').trim() === '';
		}
	}
	endLine();
	return lines;
}
