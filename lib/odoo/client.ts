import type { CallArguments, OdooTransport } from './transport/transport';

export interface OdooVersion {
	/** E.g. 19 for `19.0` and for `saas~19.1`. */
	major: number;
	/** As the server writes it. */
	text: string;
}

/** A connection to one Odoo database as one user. */
export interface OdooClient extends OdooTransport {
	readonly version: OdooVersion;
	readonly protocol: 'json2' | 'xmlrpc';
	/** Field names of a model, read once: versions differ, and so do installed modules. */
	fields(model: string): Promise<ReadonlySet<string>>;
	/**
	 * What rarely changes is asked for once in the life of the connection, by all who ask for it
	 * under the same name. A failure is not kept.
	 */
	remember<T>(name: string, ask: () => Promise<T>): Promise<T>;
}

export function odooClient(
	transport: OdooTransport,
	version: OdooVersion,
	protocol: 'json2' | 'xmlrpc',
): OdooClient {
	const client: OdooClient = {
		version,
		protocol,
		call: async (model: string, method: string, args?: CallArguments) =>
			await transport.call(model, method, args),
		userId: async () => await transport.userId(),
		fields: async (model) => await fieldsOf(client, model),
		remember: memory(),
	};
	return client;
}

/** Field names of a model, through the calls of this very client. */
export async function fieldsOf(odoo: OdooClient, model: string): Promise<ReadonlySet<string>> {
	return await odoo.remember(`fields of ${model}`, async () => {
		const fields = await odoo.call(model, 'fields_get', { params: { attributes: ['type'] } });
		return new Set(Object.keys(fields as object));
	});
}

/** A `remember` of its own. */
export function memory(): OdooClient['remember'] {
	const known = new Map<string, Promise<unknown>>();
	return async <T>(name: string, ask: () => Promise<T>): Promise<T> => {
		const answer = (known.get(name) as Promise<T> | undefined) ?? ask();
		known.set(name, answer);
		return await answer.catch((error: unknown) => {
			if (known.get(name) === answer) known.delete(name);
			return Promise.reject(error);
		});
	};
}
