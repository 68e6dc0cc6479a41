import { Readable } from 'node:stream';
import Deserializer from 'xmlrpc/lib/deserializer';
import { serializeMethodCall } from 'xmlrpc/lib/serializer';

import { IntegrationError } from '../../core/errors';
import { odooError } from '../odoo-error';
import { faultFromXmlRpc, type OdooFault } from '../odoo-fault';
import { sendToOdoo, unavailable } from './odoo-http';
import type { CallArguments, OdooAddress, OdooTransport } from '../client';
import { forXmlRpc } from './xmlrpc-values';

type Answer = { value: unknown } | { fault: OdooFault };

/** Odoo 14 and later: `execute_kw` with record ids first and everything else by name. */
export function xmlRpcTransport(address: OdooAddress): OdooTransport {
	let user: Promise<number> | undefined;
	const send = async (
		service: 'common' | 'object',
		method: string,
		params: unknown[],
		timeoutMs = address.timeoutMs,
	) =>
		await xmlRpc(
			`${address.url}/xmlrpc/2/${service}`,
			method,
			params,
			Math.min(timeoutMs, address.timeoutMs),
		);

	const authenticate = async (): Promise<number> => {
		const { database, login, secret } = address;
		const answer = await send('common', 'authenticate', [database, login, secret, {}]);
		if ('fault' in answer) throw odooError(answer.fault, 'res.users', 'authenticate');
		if (typeof answer.value === 'number') return answer.value;
		throw odooError({ exception: 'AccessDenied', text: '' }, 'res.users', 'authenticate');
	};
	const userId = async (): Promise<number> => {
		user ??= authenticate();
		return await user.catch((error: unknown) => {
			user = undefined;
			return Promise.reject(error);
		});
	};
	const execute = async (model: string, method: string, args: CallArguments) =>
		await send(
			'object',
			'execute_kw',
			[
				address.database,
				await userId(),
				address.secret,
				model,
				method,
				...positionalAndNamed(method, args),
			],
			args.timeoutMs,
		);

	return {
		userId,
		async call(model: string, method: string, args: CallArguments = {}): Promise<unknown> {
			let answer = await execute(model, method, args);
			if ('fault' in answer && answer.fault.exception === 'AccessDenied') {
				user = undefined;
				answer = await execute(model, method, args);
			}
			if ('value' in answer) return answer.value;
			if (returnedNone(answer.fault)) return null;
			throw odooError(answer.fault, model, method);
		},
	};
}

/** `common.version()`, without a login. */
export async function xmlRpcVersion(url: string, timeoutMs: number): Promise<unknown> {
	const answer = await xmlRpc(`${url}/xmlrpc/2/common`, 'version', [], timeoutMs);
	if ('value' in answer) return answer.value;
	throw odooError(answer.fault, 'common', 'version');
}

/** Odoo cannot encode `None` as XML: it fails after the transaction was committed. */
const returnedNone = ({ exception, text }: OdooFault) =>
	exception === 'TypeError' && text.startsWith('cannot marshal None');

/**
 * Values are positional: Odoo 17 renamed this parameter of `create`, and modules that override `write`
 * use other names for it. JSON-2 only has named parameters.
 */
function positionalAndNamed(method: string, { ids, params, context }: CallArguments) {
	const name = VALUES_OF[method];
	const { [name ?? '']: values, ...named } = params ?? {};
	const positional = [...(ids ? [ids] : []), ...(name ? [values] : [])];
	return [positional, { ...named, ...(context && { context }) }];
}

const VALUES_OF: Record<string, string> = { create: 'vals_list', write: 'vals' };

async function xmlRpc(
	url: string,
	method: string,
	params: unknown[],
	timeoutMs: number,
): Promise<Answer> {
	const response = await sendToOdoo({
		method: 'POST',
		url,
		headers: { 'Content-Type': 'text/xml; charset=utf-8' },
		body: serializeMethodCall(method, forXmlRpc(params) as unknown[]),
		timeoutMs,
	});
	if (response.status !== 200) throw notXmlRpc(response.status);
	return await new Promise((resolve, reject) => {
		new Deserializer().deserializeMethodResponse(Readable.from([response.body]), (error, value) => {
			if (!error) resolve({ value });
			else if (error.faultString === undefined) reject(notXmlRpc(response.status));
			else resolve({ fault: faultFromXmlRpc(Number(error.faultCode), String(error.faultString)) });
		});
	});
}

function notXmlRpc(status: number): IntegrationError {
	if (status >= 500) return unavailable(status);
	return new IntegrationError({
		code: 'ODOO_NOT_FOUND',
		message: `There is no XML-RPC API of Odoo at the URL of the credential (HTTP ${status}).`,
		likelyCause: 'The URL does not point to Odoo, or a proxy in front of it blocks /xmlrpc/2.',
		nextStep:
			'Check the URL in the credential. Allow /xmlrpc/2 in the proxy, or set Protocol to JSON-2 for Odoo 19 and later.',
	});
}
