import type { JsonObject } from '../core/json';
import { readDay, readText } from './field-formats';

/** Facts that only documents of the bank, the carrier or customs have; a row of the second input. */
export const DOCUMENTS = [
	'shipping_bill',
	'shipping_bill_date',
	'port_code',
	'customs_declaration',
	'exit_certificate',
	'exit_certificate_date',
	'fira',
	'fira_date',
	'extended_until',
] as const;

export type Documents = Record<(typeof DOCUMENTS)[number], string>;

/**
 * Reads the rows of documents: each has `order` (Odoo's name of it, or of its invoice) and any of `DOCUMENTS`.
 * Later rows complete earlier ones.
 *
 * @returns documents by that name, and the rows that have none or a date that is none
 */
export function readDocuments(rows: JsonObject[]): {
	documents: Map<string, Documents>;
	unreadable: Array<{ row: JsonObject; reason: string }>;
} {
	const documents = new Map<string, Documents>();
	const unreadable: Array<{ row: JsonObject; reason: string }> = [];
	for (const row of rows) {
		const name = readText(row.order) || readText(row.invoice);
		const given = DOCUMENTS.filter((field) => readText(row[field]) !== '');
		const wrong = given.find((field) => isDate(field) && readDay(row[field]) === undefined);
		if (name === '' || wrong) {
			const reason = wrong ? `${wrong} is not a date (year-month-day).` : 'It has no order.';
			unreadable.push({ row, reason });
			continue;
		}
		const read = given.map((field) => [field, textOf(field, row[field])]);
		documents.set(name, {
			...(documents.get(name) ?? NO_DOCUMENTS),
			...(Object.fromEntries(read) as object),
		});
	}
	return { documents, unreadable };
}

export const NO_DOCUMENTS = Object.fromEntries(DOCUMENTS.map((field) => [field, ''])) as Documents;

const isDate = (field: string) => field.endsWith('_date') || field === 'extended_until';

const textOf = (field: string, value: unknown): string =>
	(isDate(field) ? readDay(value) : readText(value)) ?? '';
