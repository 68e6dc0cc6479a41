import { parseJson } from '../../json';
import { IntegrationError } from '../../errors';
import { odooError } from '../odoo-error';
import { faultFromJson2 } from './fault';
import { sendToOdoo } from './odoo-http';
import type { CallArguments, OdooAddress, OdooTransport } from './transport';

/** Odoo 19 and later: `POST /json/2/<model>/<method>`, named arguments, an API key as bearer token. */
export function json2Transport(address: OdooAddress): OdooTransport {
	return {
		async call(model: string, method: string, args: CallArguments = {}): Promise<unknown> {
			const { ids, params, context } = args;
			const response = await sendToOdoo({
				method: 'POST',
				url: `${address.url}/json/2/${encodeURIComponent(model)}/${encodeURIComponent(method)}`,
				headers: {
					Authorization: `bearer ${address.secret}`,
					'X-Odoo-Database': address.database,
					'Content-Type': 'application/json; charset=utf-8',
				},
				body: JSON.stringify({ ...params, ...(ids && { ids }), ...(context && { context }) }),
				timeoutMs: address.timeoutMs,
			});
			const body = read(response.body.toString('utf8'));
			if (response.status === 200 && body !== undefined) return body;
			if (body === undefined) throw notJson2(response.status);
			throw odooError(faultFromJson2(response.status, body), model, method);
		},
	};
}

/** Undefined when the answer is no JSON, as an error page of a proxy is. */
function read(text: string): unknown {
	try {
		return parseJson(text);
	} catch {
		return undefined;
	}
}

function notJson2(status: number): IntegrationError {
	return new IntegrationError({
		code: 'ODOO_NOT_FOUND',
		message: `No JSON-2 API of Odoo answers at the URL of the credential (HTTP ${status}).`,
		likelyCause:
			'The URL leads to something else than Odoo, the database name is unknown there, or Odoo is older than 19.',
		nextStep:
			'Check URL and database name in the credential; set Protocol to XML-RPC for Odoo 14 to 18.',
	});
}
