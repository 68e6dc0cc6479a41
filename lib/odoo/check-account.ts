import { endOfKey, readApiKeys, type KeyEnd, type KeyNote } from './api-keys';
import { checkConnection } from './check-connection';
import type { OdooClient } from './client';

/** What a connection to Odoo depends on over the year. */
export interface OdooAccount {
	/** E.g. `19.0` or `saas~19.1+e`. */
	version: string;
	/** `online` runs interim versions, whose API needs the Custom plan. */
	plan: 'community' | 'enterprise' | 'online';
	protocol: 'json2' | 'xmlrpc';
	/** True for XML-RPC on Odoo 19 and later, whose log announces its removal. */
	deprecated_protocol: boolean;
	/** Name of the user of the connection. */
	user: string;
	/** Rights that the user is missing, as Odoo's user form names them. */
	missing_rights: string[];
	key: KeyEnd;
	/** Full days until the API key expires; null if it does not expire or its end is unknown. */
	days_left: number | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** The first version with JSON-2. */
const JSON2_SINCE = 19;

/**
 * Reads version, rights and the end of the API key. Changes nothing.
 *
 * @param now milliseconds since 1970
 * @throws IntegrationError `ODOO_…`, e.g. `ODOO_LOGIN_REFUSED` after the key expired
 */
export async function checkAccount(
	odoo: OdooClient,
	note: KeyNote,
	now: number,
): Promise<OdooAccount> {
	const { version, protocol, user, missingRights } = await checkConnection(odoo);
	const key = endOfKey(note.isKey ? await readApiKeys(odoo) : undefined, note);
	return {
		version,
		plan: planOf(version),
		protocol,
		deprecated_protocol: protocol === 'xmlrpc' && odoo.version.major >= JSON2_SINCE,
		user,
		missing_rights: missingRights,
		key,
		days_left: key.ends === null ? null : Math.floor((Date.parse(key.ends) - now) / DAY_MS),
	};
}

/** @param version as Odoo writes it */
export function planOf(version: string): OdooAccount['plan'] {
	if (version.startsWith('saas~')) return 'online';
	return version.includes('+e') ? 'enterprise' : 'community';
}
