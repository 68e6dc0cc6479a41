import { currencyExponent, fromDecimal, type Money } from '../core/money';
import type { OdooRow } from './records';

/** The code of a record's currency. */
export const currencyOf = (row: OdooRow): string =>
	Array.isArray(row.currency_id) ? String(row.currency_id[1]) : 'CNY';

/** An amount that Odoo writes as a float, in whole smallest units. */
export const amountOf = (row: OdooRow, field: string, currency: string): Money =>
	fromDecimal(Number(row[field]).toFixed(currencyExponent(currency)), currency);
