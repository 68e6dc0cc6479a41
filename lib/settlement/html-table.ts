import { escapeHtml } from '../core/outside-text';

const STYLE =
	'body{font:15px/1.5 system-ui,sans-serif;color:#1c2430;max-width:900px;margin:2rem auto;padding:0 1rem}h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%;font-size:13px}th,td{padding:.35rem .5rem;border-bottom:1px solid #dde2e8;text-align:left}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}svg{width:100%;height:auto}svg text{font:12px system-ui,sans-serif;fill:#5a6675}.grid{stroke:#e6eaee}.legend,.none{color:#5a6675;font-size:13px}.scroll{overflow-x:auto}';

/** The beginning of a page without external resources, up to its body. */
export const pageHead = (title: string): string =>
	`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>`;

/** A column of a table; `n` for numbers. */
export type Column<Row> = [label: string, text: (row: Row) => string | number, number?: 'n'];

/** Rows as a table, or a text where there are none. */
export function table<Row>(rows: Row[], columns: Array<Column<Row>>, empty: string): string {
	if (rows.length === 0) return none(empty);
	const cell = (tag: string, text: string | number, kind?: 'n') =>
		`<${tag}${kind ? ` class="${kind}"` : ''}>${escapeHtml(String(text))}</${tag}>`;
	const head = columns.map(([label, , kind]) => cell('th', label, kind)).join('');
	const body = rows.map(
		(row) => `<tr>${columns.map(([, text, kind]) => cell('td', text(row), kind)).join('')}</tr>`,
	);
	return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`;
}

/** A remark in small grey text. */
export const none = (text: string) => `<p class="none">${escapeHtml(text)}</p>`;
