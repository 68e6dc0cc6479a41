import type { FailedRun } from './failing-run';

/** A row of the table: an operation and its runs, one for each column. */
export interface OnErrorRow {
	node: string;
	operation: string;
	runs: FailedRun[];
}

/** The table as Prettier writes it. */
export function onErrorTable(columns: string[], rows: OnErrorRow[]): string {
	const cells = [
		['Node', 'Operation', ...columns],
		...rows.map(({ node, operation, runs }) => [node, operation, ...runs.map(inWords)]),
	];
	const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
	const line = (row: string[]) =>
		`| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
	const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
	const [head, ...body] = cells.map(line);
	return [head, rule, ...body].join('\n');
}

function inWords({ tries, stopped, left = {} }: FailedRun): string {
	const again = tries > 1 ? 'runs again, then ' : '';
	if (stopped) return `${again}stops`;
	const outputs = Object.entries(left).map(([output, items]) => {
		const empty = items.includes('empty') ? 'an empty item by ' : '';
		return `${empty}${output === 'Output 0' ? 'the output' : `_${output}_`}`;
	});
	return again + outputs.reverse().join(', ');
}
