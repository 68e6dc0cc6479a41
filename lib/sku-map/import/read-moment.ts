import { BEIJING_OFFSET_MS, toBeijingTime } from '../../core/beijing-time';

const DAY_MS = 86_400_000;
/** A spreadsheet's day 0. */
const SHEET_EPOCH_MS = Date.UTC(1899, 11, 30);
const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const ZONED = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:?\d\d)$/i;

/**
 * Reads a day or a moment as people and spreadsheets write it. Without a zone it is Beijing's, WeChat's
 * own; a day alone is its first second, or its last where `end` is given.
 *
 * @returns undefined for what is neither, such as `01/02/2026`, which means two days
 */
export function readMoment(value: unknown, end: boolean): string | undefined {
	if (typeof value === 'number') return fromSheet(value, end);
	const text = String(value).normalize('NFKC').trim();
	if (/^\d{5}(\.\d+)?$/.test(text)) return fromSheet(Number(text), end);
	if (ZONED.test(text)) {
		const ms = Date.parse(text.replace(' ', 'T'));
		return Number.isNaN(ms) ? undefined : toBeijingTime(ms);
	}
	const match = DATE.exec(text);
	if (!match) return undefined;
	const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number);
	const midnight = Date.UTC(year, month - 1, day);
	if (new Date(midnight).getUTCMonth() !== month - 1) return undefined;
	if (match[4] === undefined) return wholeDay(midnight, end);
	const [hours = 0, minutes = 0, seconds = 0] = match.slice(4, 7).map((part) => Number(part ?? 0));
	if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
	return toBeijingTime(
		midnight + ((hours * 60 + minutes) * 60 + seconds) * 1000 - BEIJING_OFFSET_MS,
	);
}

/** A spreadsheet keeps a moment as days since 1899-12-30; those of the years 2000 to 2099 are taken. */
function fromSheet(days: number, end: boolean): string | undefined {
	if (!(days >= 36_526 && days < 73_051)) return undefined;
	const ms = SHEET_EPOCH_MS + Math.round((days * DAY_MS) / 1000) * 1000;
	return Number.isInteger(days) ? wholeDay(ms, end) : toBeijingTime(ms - BEIJING_OFFSET_MS);
}

const wholeDay = (midnight: number, end: boolean): string =>
	toBeijingTime(midnight - BEIJING_OFFSET_MS + (end ? DAY_MS - 1000 : 0));
