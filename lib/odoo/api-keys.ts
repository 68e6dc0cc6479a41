import type { OdooClient } from './client';
import { fromOdooTime, searchRead, textOf } from './records';

/** One API key of the user of the connection. Odoo does not say which key a call came with. */
export interface ApiKey {
	name: string;
	/** Milliseconds since 1970; undefined if it never expires. */
	end?: number;
}

/** What the credential knows of its secret. */
export interface KeyNote {
	/** False for a password, which does not expire. */
	isKey: boolean;
	/** Day on which the key expires, as noted in the credential, e.g. `2027-02-28`; may be empty. */
	notedEnd: string;
}

/** The end of the key that a credential holds, and who says so. */
export interface KeyEnd {
	/** Name of the key in Odoo; null if unknown. */
	name: string | null;
	/** ISO time; null if the key never expires or its end is unknown. */
	ends: string | null;
	source: 'odoo' | 'credential' | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The API keys of the user; undefined where Odoo does not say when they expire (before Odoo 18).
 *
 * @throws IntegrationError `ODOO_…`
 */
export async function readApiKeys(odoo: OdooClient): Promise<ApiKey[] | undefined> {
	if (!(await odoo.fields('res.users.apikeys')).has('expiration_date')) return undefined;
	const rows = await searchRead(
		odoo,
		'res.users.apikeys',
		[['user_id', '=', await odoo.userId()]],
		['name', 'expiration_date'],
	);
	return rows.map(({ name, expiration_date: end }) => ({
		name: textOf(name),
		...(end ? { end: fromOdooTime(end) } : {}),
	}));
}

/**
 * Chooses the key whose end counts: the one that expires on the noted day; otherwise the first to expire,
 * because the credential may hold it.
 */
export function endOfKey(keys: ApiKey[] | undefined, { isKey, notedEnd }: KeyNote): KeyEnd {
	if (!isKey) return { name: null, ends: null, source: null };
	const noted = Date.parse(notedEnd);
	const ending = (keys ?? [])
		.flatMap(({ name, end }) => (end === undefined ? [] : [{ name, end }]))
		.sort((a, b) => a.end - b.end);
	const sameDay = ending.find(({ end }) => Math.abs(end - noted) < DAY_MS);
	const key = sameDay ?? (Number.isNaN(noted) ? ending[0] : undefined);
	if (key) return { name: key.name, ends: new Date(key.end).toISOString(), source: 'odoo' };
	if (!Number.isNaN(noted)) {
		return { name: null, ends: new Date(noted).toISOString(), source: 'credential' };
	}
	const [only, ...others] = keys ?? [];
	const name = only && others.length === 0 ? only.name : null;
	return { name, ends: null, source: keys ? 'odoo' : null };
}
