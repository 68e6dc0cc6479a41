import { IntegrationError } from '../core/errors';
import type { OdooTransport } from './transport/transport';

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
