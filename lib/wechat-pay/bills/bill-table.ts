import { billError } from './bill-error';

/** A bill row by the names in its header. */
export type BillRow = Record<string, string>;

/** `summary` stands last, for bills that have one. */
export type BillPart = { kind: 'row' | 'summary'; values: BillRow };

/** Columns that the shop fills: the only ones whose text may hold the separator. */
const FREE_TEXT = ['商品名称', '备注', '商户数据包'];
const MOST_JOINED_LINES = 100;

/**
 * Rows of a bill by header name, and its summary. A header line has no backticks; in all others each value
 * stands behind one, and nothing is quoted. So a comma within a value separates nothing; a separator (`` ,` ``)
 * within one gives too many values, which belong to the free text; a line break gives too few, which go on
 * in the next line (WeChat Pay, format of the trade bill).
 *
 * @throws IntegrationError `WECHAT_BILL_LAYOUT`
 */
export async function* billTable(lines: AsyncIterable<string>): AsyncGenerator<BillPart> {
	let header: string[] | undefined;
	let kind: BillPart['kind'] = 'row';
	let open: string[] = [];
	for await (const line of lines) {
		if (open.length === 0 && !line.startsWith('`')) {
			if (header) kind = 'summary';
			header = line.split(',').map((name) => name.trim());
			continue;
		}
		if (!header) throw billError('LAYOUT', 'The file begins without a header line.');
		open.push(line);
		const values = open.join('\n').slice(1).split(',`');
		if (values.length < header.length) {
			if (open.length > MOST_JOINED_LINES) throw notFitting(values, header);
			continue;
		}
		open = [];
		yield { kind, values: byName(header, values) };
	}
	if (open.length > 0) throw notFitting(open, header ?? []);
}

function byName(header: string[], values: string[]): BillRow {
	const surplus = values.length - header.length;
	const at = surplus > 0 ? freeColumn(header, values) : -1;
	const fitting =
		at < 0
			? values
			: [
					...values.slice(0, at),
					values.slice(at, at + surplus + 1).join(',`'),
					...values.slice(at + surplus + 1),
				];
	return Object.fromEntries(header.map((name, index) => [name, fitting[index] ?? '']));
}

function freeColumn(header: string[], values: string[]): number {
	const found = FREE_TEXT.map((name) => header.indexOf(name)).find((index) => index >= 0);
	if (found === undefined) throw notFitting(values, header);
	return found;
}

const notFitting = (values: string[], header: string[]) =>
	billError('LAYOUT', `A line has ${values.length} values for ${header.length} columns.`);
