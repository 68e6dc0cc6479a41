import { TextDecoder } from 'node:util';

import { IntegrationError } from '../../core/errors';
import { BILLS } from '../merchant-platform';

/** A file that is not what WeChat Pay wrote: `WECHAT_BILL_<kind>`. */
export function billError(kind: string, message: string, retryable = false): IntegrationError {
	return new IntegrationError({
		code: `WECHAT_BILL_${kind}`,
		message,
		likelyCause: retryable
			? 'The download was cut or changed on its way.'
			: 'WeChat Pay has changed the layout of its bills, or something else answered in its place.',
		nextStep: retryable
			? 'Run the step again. If it stays, let proxies between n8n and WeChat Pay pass files on unchanged.'
			: `Download the bill at ${BILLS}, and compare its first line with the columns in the documentation of WeChat Pay.`,
		retryable,
	});
}

/** Real lines stay far below: a longer one is no bill. */
const LONGEST_LINE = 64 * 1024;

/**
 * The lines of a file in UTF-8, without their ends (LF or CRLF), the byte order mark and empty ones. A character that is
 * cut in two becomes U+FFFD: it spoils no more than its own value. Holds no more than one chunk of the file and one line
 * at a time.
 *
 * @throws IntegrationError `WECHAT_BILL_UNREADABLE`
 */
export async function* billLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
	const decoder = new TextDecoder('utf-8');
	let rest = '';
	let isTooLong = false;
	for await (const chunk of bytes) {
		// Read to its end in any case: the hash shows whether the file was damaged in transfer.
		if (isTooLong) continue;
		const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
		rest = lines.pop() ?? '';
		if (rest.length > LONGEST_LINE) isTooLong = true;
		else yield* lines.map(withoutReturn).filter(Boolean);
	}
	if (isTooLong) throw tooLong();
	const last = withoutReturn(rest + decoder.decode());
	if (last) yield last;
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

const notText = () => billError('UNREADABLE', 'The file is not text in UTF-8.');
const tooLong = () => billError('UNREADABLE', 'The file has a line of more than 64 KiB.');

/** A bill row by the names in its header. */
export type BillRow = Record<string, string>;

/** `summary` comes last, in bills that have one. */
export interface BillPart {
	kind: 'row' | 'summary';
	values: BillRow;
	/** Why a row does not fit its header, as a sentence; `values` are then those in front of the fault. */
	problem?: string;
}

/** Columns that the shop fills: the only ones whose text may hold the separator. */
const FREE_TEXT = ['商品名称', '备注', '商户数据包'];
const MOST_JOINED_LINES = 100;

/**
 * Rows of a bill by header name, and its summary. A header line has no backticks; in all others each value
 * stands behind one, and nothing is quoted. So a comma within a value separates nothing; a separator (`` ,` ``)
 * within one gives too many values, which belong to the free text; a line break gives too few, which go on
 * in the next line (WeChat Pay, format of the trade bill). A line that is whole by itself ends a row that has too few.
 *
 * @param summary the first name of the summary's header, which also ends a row that has too few
 * @throws IntegrationError `WECHAT_BILL_LAYOUT` without a header, `WECHAT_BILL_UNREADABLE` if it is not UTF-8
 */
export async function* billTable(
	lines: AsyncIterable<string>,
	summary?: string,
): AsyncGenerator<BillPart> {
	let header: string[] | undefined;
	let kind: BillPart['kind'] = 'row';
	let open: string[] = [];
	for await (const line of lines) {
		const isHeader =
			!line.startsWith('`') &&
			(open.length === 0 || (summary !== undefined && line.startsWith(summary)));
		if (header && open.length > 0 && (isHeader || endsOpenRow(line, open, header))) {
			yield { kind, ...byName(header, valuesOf(open)) };
			open = [];
		}
		if (isHeader) {
			if (header) kind = 'summary';
			header = line.split(',').map((name) => name.trim());
			if (line.includes('\uFFFD')) throw notText();
			continue;
		}
		if (!header) throw billError('LAYOUT', 'The file begins without a header line.');
		open.push(line);
		const values = valuesOf(open);
		if (values.length < header.length) continue;
		open = [];
		yield { kind, ...byName(header, values) };
	}
	if (open.length > 0) yield { kind, ...byName(header ?? [], valuesOf(open)) };
}

/** A line that is whole by itself belongs to no row in front of it. */
const endsOpenRow = (line: string, open: string[], header: string[]): boolean =>
	open.length >= MOST_JOINED_LINES ||
	(line.startsWith('`') && valuesOf([line]).length === header.length);

const valuesOf = (lines: string[]): string[] => lines.join('\n').slice(1).split(',`');

function byName(header: string[], values: string[]): Pick<BillPart, 'values' | 'problem'> {
	const surplus = values.length - header.length;
	const at = surplus > 0 ? header.findIndex((name) => FREE_TEXT.includes(name)) : -1;
	const fitting =
		at < 0
			? values
			: [
					...values.slice(0, at),
					values.slice(at, at + surplus + 1).join(',`'),
					...values.slice(at + surplus + 1),
				];
	const named = Object.fromEntries(header.map((name, index) => [name, fitting[index] ?? '']));
	if (fitting.length === header.length) return { values: named };
	return {
		values: named,
		problem: `It has ${values.length} values for ${header.length} columns.`,
	};
}
