import type { OdooServer } from './odoo-server';

/** Calls Odoo as its administrator, for setting up and for looking at what came of it. */
export interface OdooAdmin {
	/** `execute_kw`. @throws Error with the message that Odoo gives */
	call<T = unknown>(
		model: string,
		method: string,
		args: unknown[],
		kwargs?: Record<string, unknown>,
	): Promise<T>;
}

type Access = Pick<OdooServer, 'url' | 'database' | 'admin'>;

/**
 * An administrator's client that shares no code with the integration, so that a mistake there
 * cannot hide itself when a test looks into Odoo.
 */
export function odooAdmin(server: Access): OdooAdmin {
	const { url, database, admin } = server;
	let login: Promise<unknown> | undefined;
	return {
		async call<T>(
			model: string,
			method: string,
			args: unknown[],
			kwargs: Record<string, unknown> = {},
		): Promise<T> {
			login ??= rpc(url, 'common', 'login', [database, admin.login, admin.password]);
			const uid = await login;
			if (typeof uid !== 'number') throw new Error(`Odoo refuses the login of ${admin.login}`);
			const call = [database, uid, admin.password, model, method, args, kwargs];
			return (await rpc(url, 'object', 'execute_kw', call)) as T;
		},
	};
}

interface RpcAnswer {
	result?: unknown;
	error?: { message: string; data?: { message?: string } };
}

async function rpc(
	url: string,
	service: string,
	method: string,
	args: unknown[],
): Promise<unknown> {
	const response = await fetch(`${url}/jsonrpc`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ jsonrpc: '2.0', method: 'call', params: { service, method, args } }),
	});
	if (!response.ok) throw new Error(`Odoo answers ${response.status} to ${service}.${method}`);
	const { result, error } = (await response.json()) as RpcAnswer;
	if (error) throw new Error(error.data?.message ?? error.message);
	return result;
}
