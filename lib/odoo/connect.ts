import { createHash } from 'node:crypto';

import { after } from '../core/deadline';
import { IntegrationError } from '../core/errors';
import { parseJson } from '../core/json';
import { memoizeAsync, youngerThan } from '../core/memoize';
import type { OdooAddress, OdooClient, OdooTransport, OdooVersion } from './client';
import { createOdooClient, paced } from './create-client';
import { json2Transport } from './transport/json2';
import { sendToOdoo } from './transport/odoo-http';
import { xmlRpcTransport, xmlRpcVersion } from './transport/xmlrpc';

export interface OdooConnection extends OdooAddress {
	protocol: 'auto' | 'json2' | 'xmlrpc';
	/** Limit of the hosting plan or of a proxy; absent or 0: none. */
	callsPerSecond?: number;
}

const CLOCK = { now: () => performance.now(), sleep: async (ms: number) => await after(ms).passed };

/** Connections are renewed after 10 minutes, so that a server upgrade or a new module is noticed. */
const isCurrent = youngerThan(10 * 60 * 1000);
const connections = memoizeAsync<OdooClient>();
/** After these errors the cached connection may be outdated. */
const FORGET_AFTER = new Set(['ODOO_LOGIN_REFUSED', 'ODOO_DATABASE_UNKNOWN', 'ODOO_NOT_FOUND']);

/**
 * Returns a client for the connection. Clients are cached in this process, so that not every
 * execution needs a login, a version check and field lists.
 *
 * @throws IntegrationError `ODOO_UNREACHABLE`, `ODOO_NOT_FOUND`, `ODOO_LOGIN_REFUSED`, `ODOO_DATABASE_UNKNOWN`
 */
export async function connectOdoo(
	connection: OdooConnection,
	now: number = performance.now(),
): Promise<OdooClient> {
	const address = { ...connection, url: serverUrl(connection.url) };
	const key = createHash('sha256').update(JSON.stringify(address)).digest('base64');
	const open = async () => await connect(address, () => connections.forget(key));
	return await connections(key, open, isCurrent, now);
}

/** The server address of a URL as copied from the browser. */
export function serverUrl(text: string): string {
	const typed = text.trim();
	const withScheme = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
	if (!URL.canParse(withScheme)) {
		throw new IntegrationError({
			code: 'ODOO_URL_INVALID',
			message: 'The URL in the Odoo credential is not valid.',
			likelyCause: 'The URL is empty or mistyped.',
			nextStep: 'Copy it from the browser, for example https://mycompany.odoo.com.',
		});
	}
	return new URL(withScheme).origin;
}

async function connect(connection: OdooConnection, forget: () => void): Promise<OdooClient> {
	const { version, modern } = await serverVersion(connection.url, connection.timeoutMs);
	const protocol = await chooseProtocol(connection, modern);
	const transport = protocol === 'json2' ? json2Transport(connection) : xmlRpcTransport(connection);
	const { callsPerSecond: limit } = connection;
	const limited = limit ? paced(transport, limit, CLOCK) : transport;
	return createOdooClient(forgetOnError(limited, forget), version, protocol);
}

async function chooseProtocol(
	connection: OdooConnection,
	modern: boolean,
): Promise<'json2' | 'xmlrpc'> {
	if (connection.protocol !== 'auto') return connection.protocol;
	if (!modern) return 'xmlrpc';
	const refusal = await json2Transport(connection)
		.call('res.users', 'context_get')
		.then(() => undefined)
		.catch((error: unknown) =>
			error instanceof IntegrationError && FORGET_AFTER.has(error.code)
				? error
				: Promise.reject(error),
		);
	if (!refusal) return 'json2';
	// Where XML-RPC is switched off, the reason is that of JSON-2: an ended key, or a password.
	await xmlRpcVersion(connection.url, connection.timeoutMs).catch((error: unknown) =>
		Promise.reject(isMissing(error) ? refusal : error),
	);
	return 'xmlrpc';
}

const isMissing = (error: unknown): boolean =>
	error instanceof IntegrationError && error.code === 'ODOO_NOT_FOUND';

function forgetOnError(transport: OdooTransport, forget: () => void): OdooTransport {
	const watched = async <T>(answer: Promise<T>): Promise<T> =>
		await answer.catch((error: unknown) => {
			if (error instanceof IntegrationError && FORGET_AFTER.has(error.code)) forget();
			return Promise.reject(error);
		});
	return {
		call: async (...call) => await watched(transport.call(...call)),
		userId: async () => await watched(transport.userId()),
	};
}

/**
 * Reads the version of the server, without a login.
 *
 * @returns `modern`: it has the route `/web/version`, which was added together with JSON-2 (Odoo 19)
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

/** Parses `[19, 0, 0, "final", 0, ""]`, and `["saas~18", 2, …]` of Odoo Online. */
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
