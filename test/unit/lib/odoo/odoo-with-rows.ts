import type { OdooClient } from '../../../../lib/odoo/client';
import { nameOf, type Domain, type OdooRow } from '../../../../lib/odoo/records';
import { fakeOdoo, type MadeCall } from './fake-odoo';

/** Rows by model, as `read` gives them. Tests change them between calls. */
export type Rows = Record<string, OdooRow[]>;

/**
 * A client that answers searches, reads and external ids from rows, and every other method from `others`. It evaluates
 * domains, but nothing else of Odoo.
 */
export function odooWithRows(
	rows: Rows,
	others: (call: MadeCall) => unknown = () => true,
	fields: string[] = [],
): OdooClient & { calls: MadeCall[] } {
	return fakeOdoo((call) => {
		const all = rows[call.model] ?? [];
		const { domain = [], limit, fields: asked = [] } = (call.params ?? {}) as Search;
		const read = (rowsOf: OdooRow[]) => rowsOf.map((row) => pick(row, asked));
		if (call.method === 'search_read') {
			return read(all.filter((row) => holds(row, domain)).slice(0, limit));
		}
		if (call.method === 'get_metadata') return metadata(call, all);
		if (call.method === 'read') return read(all.filter(({ id }) => call.ids?.includes(id)));
		return others(call);
	}, fields);
}

/** Every record has an external id of this package, except those with `copied`. */
const metadata = ({ ids = [] }: MadeCall, rows: OdooRow[]) =>
	ids.map((id) => {
		const copied = rows.some((row) => row.id === id && row.copied);
		return { id, xmlids: copied ? [] : [{ xmlid: `wechat_pay.1900000001_${id}` }] };
	});

interface Search {
	domain?: Domain;
	limit?: number;
	fields?: string[];
}

const pick = (row: OdooRow, fields: string[]): OdooRow => ({
	...Object.fromEntries(fields.map((field) => [field, row[field] ?? false])),
	id: row.id,
});

/** Calls of one method, e.g. `sale.order load`. */
export const callsOf = ({ calls }: { calls: MadeCall[] }, name: string): MadeCall[] =>
	calls.filter(({ model, method }) => `${model} ${method}` === name);

/** Domains are in prefix notation; terms at the top are joined by "and". */
function holds(row: OdooRow, domain: Domain): boolean {
	const terms = [...domain];
	const next = (): boolean => {
		const term = terms.shift();
		if (term === '!') return !next();
		if (term === '&' || term === '|') {
			const [one, other] = [next(), next()];
			return term === '&' ? one && other : one || other;
		}
		return term === undefined || condition(row, term);
	};
	let result = true;
	while (terms.length > 0) result = next() && result;
	return result;
}

type Condition = Exclude<Domain[number], string>;

function condition(row: OdooRow, [path, operator, wanted]: Condition): boolean {
	const [field = '', inside] = path.split('.');
	const stored = row[field];
	const value: unknown = inside ? nameOf(stored) : Array.isArray(stored) ? stored[0] : stored;
	if (operator === 'in') return (wanted as unknown[]).includes(value);
	if (operator === '=') return value === wanted;
	if (operator === '!=') return value !== wanted;
	if (operator === '=like') {
		const pattern = String(wanted).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
		return new RegExp(`^${pattern.replaceAll('%', '.*').replaceAll('_', '.')}$`).test(
			String(value),
		);
	}
	const [left, right] = [value as number, wanted as number];
	if (operator === '>') return left > right;
	return operator === '>=' ? left >= right : left <= right;
}
