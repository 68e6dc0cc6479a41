const OFFSET_MS = 8 * 3600 * 1000;

/** RFC 3339 in seconds as WeChat writes it: `2018-06-08T10:34:56+08:00`. */
export function beijingTime(atMs: number): string {
	return `${new Date(atMs + OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}

/** As bills write it: `2018-06-08 10:34:56`. Takes RFC 3339 with any offset. */
export function beijingClock(rfc3339: string): string {
	return beijingTime(Date.parse(rfc3339)).slice(0, 19).replace('T', ' ');
}

/** `2018-06-08`. */
export const beijingDay = (rfc3339: string): string => beijingClock(rfc3339).slice(0, 10);

/** The date that many days later; dates as `2018-06-08`. */
export function daysAfter(day: string, days: number): string {
	return new Date(Date.parse(day) + days * 24 * 3600 * 1000).toISOString().slice(0, 10);
}
