export const BEIJING_OFFSET_MS = 8 * 3_600_000;

const TIME = /^(\d{4})-?(\d\d)-?(\d\d)[T ]?(\d\d):?(\d\d):?(\d\d)$/;

/**
 * A moment on a clock in Beijing, `2026-11-11T00:00:00+08:00`, optionally with milliseconds. Texts of this
 * form sort as the moments do.
 *
 * @param ms milliseconds since 1970
 */
export function toBeijingTime(ms: number, precision: 's' | 'ms' = 's'): string {
	const text = new Date(ms + BEIJING_OFFSET_MS).toISOString();
	return `${text.slice(0, precision === 's' ? 19 : 23)}+08:00`;
}

/** The date in Beijing, `yyyy-MM-dd`, a number of days before a moment (milliseconds since 1970). */
export const beijingDate = (ms: number, daysBefore = 0): string =>
	toBeijingTime(ms - DAY_MS * daysBefore).slice(0, 10);

const DAY_MS = 24 * 3_600_000;

/** The same number of days later; earlier if negative. @param day `yyyy-MM-dd` */
export const addDays = (day: string, days: number): string =>
	new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/**
 * Reads a time that WeChat Pay writes without its zone, `2026-11-22 18:30:00` or `20261122183000`.
 *
 * @returns ISO 8601 with offset; undefined for anything else
 */
export function readBeijingTime(text: string): string | undefined {
	const [, year, month, day, hour, minute, second] = TIME.exec(text.trim()) ?? [];
	const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`;
	return Number.isNaN(Date.parse(iso)) ? undefined : iso;
}
