import { parseJson } from '../core/json';
import type { OdooVersion } from './client';
import { sendToOdoo } from './transport/odoo-http';
import { xmlRpcVersion } from './transport/xmlrpc';

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
