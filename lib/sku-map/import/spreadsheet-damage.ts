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
