import { CHINESE_HEADERS, COLUMNS } from './columns';
import type { SkuRow } from './row';

/** What an exported table calls its columns. */
export type HeaderLanguage = 'en' | 'zh';

/** A row as an item, to be written to a file: `readRow` of it is the row again. */
export function rowItem(
	row: SkuRow,
	language: HeaderLanguage = 'en',
): Record<string, string | number> {
	return Object.fromEntries(
		COLUMNS.map((column) => [language === 'zh' ? CHINESE_HEADERS[column] : column, row[column]]),
	);
}
