import type { FunctionsBase, ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { KeyNote } from '../../lib/odoo/api-keys';
import type { OdooClient } from '../../lib/odoo/client';
import { connectOdoo, type OdooConnection } from '../../lib/odoo/connect';

export const ODOO_CREDENTIAL = 'odooForWechatApi';

const TIMEOUT_MS = 30_000;

type WithCredentials = Pick<FunctionsBase, 'getCredentials'>;

/** The credential's fields as `lib` names them. */
export function odooConnectionFrom(credential: ICredentialDataDecryptedObject): OdooConnection {
	const text = (name: string) => String(credential[name] ?? '').trim();
	const protocol = text('protocol');
	return {
		url: text('url'),
		database: text('database'),
		login: text('username'),
		secret: text('apiKey'),
		protocol: protocol === 'json2' || protocol === 'xmlrpc' ? protocol : 'auto',
		timeoutMs: TIMEOUT_MS,
		callsPerSecond: Number(credential.callsPerSecond) || 0,
	};
}

/** Odoo's API keys are 40 hex digits; anything else is a password. */
const API_KEY = /^[0-9a-f]{40}$/;

/** What the credential says about the life of its API key. */
export function keyNoteFrom(credential: ICredentialDataDecryptedObject): KeyNote {
	const text = (name: string) => String(credential[name] ?? '').trim();
	return { isKey: API_KEY.test(text('apiKey')), notedEnd: text('validUntil') };
}

/**
 * The client for the credential of the node that runs.
 *
 * @throws IntegrationError when Odoo cannot be reached or refuses the login
 */
export async function odooClient(context: WithCredentials): Promise<OdooClient> {
	return await connectOdoo(odooConnectionFrom(await context.getCredentials(ODOO_CREDENTIAL)));
}
