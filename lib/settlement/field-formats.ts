import { fromDecimal, type Money } from '../core/money';

/** The day in `2026-11-22`, `20261122` or `2026-11-22 15:30`, as `yyyy-MM-dd`; undefined for anything else. */
export function readDay(value: unknown): string | undefined {
	const [, year, month, date] = /^(\d{4})-?(\d\d)-?(\d\d)(?!\d)/.exec(readText(value)) ?? [];
	const day = `${year}-${month}-${date}`;
	return Number.isNaN(Date.parse(day)) ? undefined : day;
}

/** The same day so many months later, or the last day of that month. @param day `yyyy-MM-dd` */
export function addMonths(day: string, months: number): string {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	const time = Date.UTC(year, month - 1 + months, Math.min(date, last));
	return new Date(time).toISOString().slice(0, 10);
}

/** Three letters (ISO 4217) in upper case; undefined for anything else. */
export const readCurrency = (value: unknown): string | undefined =>
	/^[A-Za-z]{3}$/.test(readText(value)) ? readText(value).toUpperCase() : undefined;

/**
 * An amount in the major unit: a number or decimal text, with or without commas between thousands.
 *
 * @throws RangeError where it is none, or has more digits than the currency
 */
export const readAmount = (value: unknown, currency: string): Money =>
	fromDecimal(readText(value).replaceAll(',', ''), currency);

/** Text or a number as text, without blanks around it; empty for anything else. */
export const readText = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
