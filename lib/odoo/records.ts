import { IntegrationError } from '../core/errors';
import { currencyExponent, fromDecimal, type Money } from '../core/money';
import type { OdooClient, OdooTransport } from './client';

/** Converts milliseconds since 1970 to Odoo's format: `2026-11-22 15:30:00`, in UTC. */
export const toOdooTime = (ms: number): string =>
	new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

/** Makes text safe as part of an external id: other characters, such as dots, become `_`. */
export const externalIdPart = (text: string): string => text.replace(/[^A-Za-z0-9_-]/g, '_');

/** The external id of a part of a model that set-up creates, e.g. `wechat_setup.x_wechat_sku_menu`. */
export const setUpId = (model: string, part: string): string =>
	`wechat_setup.${model}_${externalIdPart(part)}`;

/** One record as Odoo's `read` gives it: empty values are `false`, a many2one is `[id, name]`. */
export type OdooRow = { id: number } & Record<string, unknown>;

/** An Odoo search domain, in prefix notation. */
export type Domain = Array<'|' | '&' | '!' | [field: string, operator: string, value: unknown]>;

/** Reads the records of a domain. `archived: true` includes archived records. */
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
		message: `Odoo did not answer a search on ${model} with records.`,
		likelyCause: 'The URL points to another program, or a customization changed this model.',
		nextStep: 'Test the Odoo credential, then check the log of the Odoo server.',
	});
}

const PAGE = 2000;

/** Reads all records of a domain, in pages, ordered by id. */
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

/** The database id of a many2one value; undefined if it is empty. */
export function idOf(many2one: unknown): number | undefined {
	const id: unknown = Array.isArray(many2one) ? many2one[0] : many2one;
	return typeof id === 'number' ? id : undefined;
}

/** The name in a many2one value, empty when it is empty. */
export const nameOf = (many2one: unknown): string =>
	Array.isArray(many2one) ? String(many2one[1] ?? '') : '';

/** The text of a field; empty for `false`. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Database ids of a one2many or many2many value. */
export const idsOf = (value: unknown): number[] =>
	Array.isArray(value) ? value.filter((id) => typeof id === 'number') : [];

/** Converts Odoo's datetime, which is in UTC, to milliseconds since 1970. NaN if it is empty. */
export const fromOdooTime = (value: unknown): number =>
	Date.parse(`${textOf(value).replace(' ', 'T')}Z`);

/** The currency code of a record. */
export const currencyOf = (row: OdooRow): string =>
	Array.isArray(row.currency_id) ? String(row.currency_id[1]) : 'CNY';

/** An amount, which Odoo sends as a float, in minor units. */
export const amountOf = (row: OdooRow, field: string, currency: string): Money =>
	fromDecimal(Number(row[field]).toFixed(currencyExponent(currency)), currency);

/** Database id of the company of the connection's user, read once. Undefined where the user has none. */
export async function ownCompanyId(odoo: OdooClient): Promise<number | undefined> {
	return await odoo.remember('company of the user', async () => {
		const user = await odoo.userId();
		const [row] = await searchRead(odoo, 'res.users', [['id', '=', user]], ['company_id']);
		return idOf(row?.company_id);
	});
}

/** Database id of the contact of that company, read once; 0 where the user has none. */
export async function ownCompanyContact(odoo: OdooClient): Promise<number> {
	return await odoo.remember('contact of the company', async () => {
		const company = (await ownCompanyId(odoo)) ?? 0;
		const [own] = await searchRead(odoo, 'res.company', [['id', '=', company]], ['partner_id']);
		return idOf(own?.partner_id) ?? 0;
	});
}

/**
 * Context without the "… created" messages in the chatter of orders, deliveries and contacts: they take
 * a tenth of the time of an order, and its note on the payment says more. Changes are still logged.
 */
export const WITHOUT_LOG = { mail_create_nolog: true };

/** The same without any entry about changes of these records, and without new followers. */
export const WITHOUT_CHANGE_LOG = {
	...WITHOUT_LOG,
	tracking_disable: true,
	mail_notrack: true,
	mail_create_nosubscribe: true,
};

/** Context that selects a company; empty without an id. */
export const inCompany = (companyId: number | undefined) =>
	companyId ? { allowed_company_ids: [companyId] } : {};
