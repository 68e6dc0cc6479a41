const BYTE_ORDER_MARK = '\ufeff';

/** One bill: header rows as they are, every value behind a backtick; nothing is quoted, commas least of all. */
export function billText(
	header: readonly string[],
	rows: string[][],
	summary?: { header: readonly string[]; values: string[] },
): string {
	const lines = [
		header.join(','),
		...rows.map(valueLine),
		...(summary ? [summary.header.join(','), valueLine(summary.values)] : []),
	];
	return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

const valueLine = (values: string[]): string =>
	values.map((value) => `\`${value.replace(/[\r\n]+/g, ' ')}`).join(',');

/** Numbers of the summary row, which WeChat writes with one decimal at least: `45.0`, `0.47`. */
export const summaryNumber = (value: number): string =>
	Number.isInteger(value) ? `${value}.0` : String(Number(value.toFixed(2)));
