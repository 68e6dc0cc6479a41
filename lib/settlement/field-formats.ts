import { fromDecimal, type Money } from '../core/money';

/** The day in `2026-11-22`, `20261122` or `2026-11-22 15:30`, as `yyyy-MM-dd`; undefined for anything else. */
export function readDay(value: unknown): string | undefined {
	const [, year, month, date] = /^(\d{4})-?(\d\d)-?(\d\d)(?!\d)/.exec(readText(value)) ?? [];
	const day = `${year}-${month}-${date}`;
	return Number.isNaN(Date.parse(day)) ? undefined : day;
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
