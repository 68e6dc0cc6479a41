import { parseJson } from '../../core/json';
import { safeText } from '../../core/outside-text';
import { IntegrationError } from '../../core/errors';
import { odooError, unknownDatabase } from '../odoo-error';
import { faultFromJson2 } from '../odoo-fault';
import { sendToOdoo, unavailable } from './odoo-http';
import type { CallArguments, OdooAddress, OdooTransport } from '../client';

/** Odoo 19 and later: `POST /json/2/<model>/<method>`, named arguments, an API key as bearer token. */
export function json2Transport(address: OdooAddress): OdooTransport {
	let accepted = false;
	const call = async (
		model: string,
		method: string,
		{ ids, params, context, timeoutMs = address.timeoutMs }: CallArguments = {},
	): Promise<unknown> => {
		const response = await sendToOdoo({
			method: 'POST',
			url: `${address.url}/json/2/${encodeURIComponent(model)}/${encodeURIComponent(method)}`,
			headers: {
				Authorization: `bearer ${address.secret}`,
				'X-Odoo-Database': address.database,
				'Content-Type': 'application/json; charset=utf-8',
			},
			body: JSON.stringify({ ...params, ...(ids && { ids }), ...(context && { context }) }, safe),
			timeoutMs: Math.min(timeoutMs, address.timeoutMs),
		});
		const text = response.body.toString('utf8');
		const parsed = read(text);
		const body = isJsonRpc(parsed) ? undefined : parsed;
		if (response.status === 200 && body !== undefined) {
			accepted = true;
			return body;
		}
		const error =
			body === undefined
				? notJson2(response.status, text)
				: odooError(faultFromJson2(response.status, body), model, method);
		// With 401, or with 403 where the session ends a moment later.
		const refused = error.code === 'ODOO_LOGIN_REFUSED';
		const opening = refused || (response.status === 404 && body === undefined);
		throw accepted && opening ? inDoubt(error) : error;
	};

	let user: Promise<number> | undefined;
	return {
		call,
		async userId() {
			user ??= call('res.users', 'context_get').then((context) =>
				Number((context as { uid: number }).uid),
			);
			return await user.catch((error: unknown) => {
				user = undefined;
				return Promise.reject(error);
			});
		},
	};
}

/**
 * Odoo also answers like this when the database session ends while it opens the database or checks a valid
 * key.
 */
function inDoubt({ code, message, likelyCause, nextStep }: IntegrationError): IntegrationError {
	return new IntegrationError({ code, message, likelyCause, nextStep, retryable: true });
}

const safe = (_: string, value: unknown) => (typeof value === 'string' ? safeText(value) : value);

/** Undefined if the body is not JSON, e.g. an error page. */
function read(text: string): unknown {
	try {
		return parseJson(text);
	} catch {
		return undefined;
	}
}

/** Odoo 15 answers an unknown path in the protocol of its web client. */
const isJsonRpc = (body: unknown): boolean =>
	typeof body === 'object' && body !== null && 'jsonrpc' in body;

/** If Odoo cannot select a database, its 404 page names the header to send. */
const NO_DATABASE = /X-Odoo-Database/;

function notJson2(status: number, text: string): IntegrationError {
	if (status === 404 && NO_DATABASE.test(text)) return new IntegrationError(unknownDatabase());
	if (status >= 500) return unavailable(status);
	return new IntegrationError({
		code: 'ODOO_NOT_FOUND',
		message: `There is no JSON-2 API of Odoo at the URL of the credential (HTTP ${status}).`,
		likelyCause: 'The URL does not point to Odoo, or Odoo is older than 19.',
		nextStep: 'Check the URL in the credential; set Protocol to XML-RPC for Odoo 14 to 18.',
	});
}
