import { IntegrationError } from '../core/errors';
import { currencyExponent, fromDecimal, type Money } from '../core/money';
import type { OdooTransport } from './client';

/** One record as Odoo's `read` gives it: empty values are `false`, a many2one is `[id, name]`. */
export type OdooRow = { id: number } & Record<string, unknown>;

/** Odoo's search domain, in its own prefix notation. */
export type Domain = Array<'|' | '&' | '!' | [field: string, operator: string, value: unknown]>;

/** Reads what a domain finds. `archived: true` includes archived records; `context` is Odoo's own. */
export async function searchRead(
	odoo: OdooTransport,
	model: string,
	domain: Domain,
	fields: string[],
	options: {
		archived?: boolean;
		order?: string;
		limit?: number;
		context?: Record<string, unknown>;
	} = {},
): Promise<OdooRow[]> {
	const { archived, context, ...params } = options;
	const inContext = { ...(archived && { active_test: false }), ...context };
	const rows = await odoo.call(model, 'search_read', {
		params: { domain, fields, ...params },
		...(Object.keys(inContext).length > 0 && { context: inContext }),
	});
	if (Array.isArray(rows)) return rows as OdooRow[];
	throw new IntegrationError({
		code: 'ODOO_ANSWER_UNEXPECTED',
		message: `Odoo answered a search on ${model} with something else than records.`,
		likelyCause: 'The URL leads to another program, or a customization changed this model.',
		nextStep: 'Test the Odoo credential, then look into the log of the Odoo server.',
	});
}

const PAGE = 2000;

/** Reads all that a domain finds, by id, however much it is: so many records a call. */
export async function everyRow(
	odoo: OdooTransport,
	model: string,
	domain: Domain,
	fields: string[],
): Promise<OdooRow[]> {
	const rows: OdooRow[] = [];
	for (;;) {
		const after: Domain = [...domain, ['id', '>', rows.at(-1)?.id ?? 0]];
		const page = await searchRead(odoo, model, after, fields, { order: 'id', limit: PAGE });
		rows.push(...page);
		if (page.length < PAGE) return rows;
	}
}

/** The database id in a many2one value, undefined when it is empty. */
export function idOf(many2one: unknown): number | undefined {
	const id: unknown = Array.isArray(many2one) ? many2one[0] : many2one;
	return typeof id === 'number' ? id : undefined;
}

/** Text of a field, empty for Odoo's `false`. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Database ids of a one2many or many2many value. */
export const idsOf = (value: unknown): number[] =>
	Array.isArray(value) ? value.filter((id) => typeof id === 'number') : [];

/** A moment (milliseconds since 1970) as Odoo writes and compares it: `2026-11-22 15:30:00`, in UTC. */
export const toOdooTime = (ms: number): string =>
	new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

/** The moment of a field of Odoo, in milliseconds since 1970: UTC, though it does not say so. NaN where it is empty. */
export const fromOdooTime = (value: unknown): number =>
	Date.parse(`${textOf(value).replace(' ', 'T')}Z`);

/** The code of a record's currency. */
export const currencyOf = (row: OdooRow): string =>
	Array.isArray(row.currency_id) ? String(row.currency_id[1]) : 'CNY';

/** An amount that Odoo writes as a float, in whole smallest units. */
export const amountOf = (row: OdooRow, field: string, currency: string): Money =>
	fromDecimal(Number(row[field]).toFixed(currencyExponent(currency)), currency);
