import { createHash } from 'node:crypto';

import { IntegrationError } from '../core/errors';
import { parseJson } from '../core/json';
import type { OdooAddress, OdooClient, OdooTransport, OdooVersion } from './client';
import { createOdooClient } from './create-client';
import { json2Transport } from './transport/json2';
import { sendToOdoo } from './transport/odoo-http';
import { xmlRpcTransport, xmlRpcVersion } from './transport/xmlrpc';

export interface OdooConnection extends OdooAddress {
	protocol: 'auto' | 'json2' | 'xmlrpc';
}

/** An upgrade of the server or a new module shows after this time at the latest. */
const LIFETIME_MS = 10 * 60 * 1000;
const connections = new Map<string, { client: Promise<OdooClient>; expires: number }>();
/** After these the cached decision may be what is wrong. */
const FORGET_AFTER = new Set(['ODOO_LOGIN_REFUSED', 'ODOO_DATABASE_UNKNOWN', 'ODOO_NOT_FOUND']);

/**
 * A client for the connection, made once and kept for all executions of this process:
 * no login, version probe or field list on every call.
 *
 * @throws IntegrationError `ODOO_UNREACHABLE`, `ODOO_NOT_FOUND`, `ODOO_LOGIN_REFUSED`, `ODOO_DATABASE_UNKNOWN`
 */
export async function connectOdoo(
	connection: OdooConnection,
	now: number = Date.now(),
): Promise<OdooClient> {
	const address = { ...connection, url: serverUrl(connection.url) };
	const key = createHash('sha256').update(JSON.stringify(address)).digest('base64');
	for (const [known, { expires }] of connections) if (expires <= now) connections.delete(known);
	const known = connections.get(key);
	if (known) return await known.client;
	const forget = () => void connections.delete(key);
	const client = open(address, forget);
	connections.set(key, { client, expires: now + LIFETIME_MS });
	client.catch(forget);
	return await client;
}

/** The address of the server from whatever was copied from a browser's address bar. */
export function serverUrl(text: string): string {
	const typed = text.trim();
	const withScheme = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
	if (!URL.canParse(withScheme)) {
		throw new IntegrationError({
			code: 'ODOO_URL_INVALID',
			message: 'The URL in the Odoo credential is not an address.',
			likelyCause: 'A character too many, or an empty field.',
			nextStep: 'Copy it from the browser, for example https://mycompany.odoo.com.',
		});
	}
	return new URL(withScheme).origin;
}

async function open(connection: OdooConnection, forget: () => void): Promise<OdooClient> {
	const { version, modern } = await serverVersion(connection.url, connection.timeoutMs);
	const protocol = await chooseProtocol(connection, modern);
	const transport = protocol === 'json2' ? json2Transport(connection) : xmlRpcTransport(connection);
	return createOdooClient(forgetting(transport, forget), version, protocol);
}

async function chooseProtocol(
	connection: OdooConnection,
	modern: boolean,
): Promise<'json2' | 'xmlrpc'> {
	if (connection.protocol !== 'auto') return connection.protocol;
	if (!modern) return 'xmlrpc';
	const takesSecret = await json2Transport(connection)
		.call('res.users', 'context_get')
		.then(() => true)
		.catch((error: unknown) =>
			error instanceof IntegrationError && FORGET_AFTER.has(error.code)
				? false
				: Promise.reject(error),
		);
	return takesSecret ? 'json2' : 'xmlrpc';
}

function forgetting(transport: OdooTransport, forget: () => void): OdooTransport {
	const noticed = async <T>(answer: Promise<T>): Promise<T> =>
		await answer.catch((error: unknown) => {
			if (error instanceof IntegrationError && FORGET_AFTER.has(error.code)) forget();
			return Promise.reject(error);
		});
	return {
		call: async (...call) => await noticed(transport.call(...call)),
		userId: async () => await noticed(transport.userId()),
	};
}

/**
 * Asks the server for its version, without a login.
 *
 * @returns `modern`: it has the route `/web/version`, which came together with JSON-2 (Odoo 19)
 */
export async function serverVersion(
	url: string,
	timeoutMs: number,
): Promise<{ version: OdooVersion; modern: boolean }> {
	const modern = await sendToOdoo({ method: 'GET', url: `${url}/web/version`, timeoutMs });
	if (modern.status === 200) {
		const answer = jsonOrNothing(modern.body.toString('utf8'));
		const version = answer && versionFrom(answer.version_info, answer.version);
		if (version) return { version, modern: true };
	}
	const answer = (await xmlRpcVersion(url, timeoutMs)) as Record<string, unknown>;
	const version = versionFrom(answer.server_version_info, answer.server_version);
	return { version: version ?? { major: 0, text: '' }, modern: false };
}

/** Reads `[19, 0, 0, "final", 0, ""]`, and `["saas~18", 2, …]` of Odoo Online. */
export function versionFrom(info: unknown, text: unknown): OdooVersion | undefined {
	const [first] = Array.isArray(info) ? (info as unknown[]) : [];
	const major = /(\d+)$/.exec(String(first ?? ''))?.[1];
	return major ? { major: Number(major), text: String(text ?? first) } : undefined;
}

function jsonOrNothing(text: string): Record<string, unknown> | undefined {
	try {
		return parseJson(text) as Record<string, unknown>;
	} catch {
		return undefined;
	}
}
