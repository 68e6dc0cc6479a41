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
}

export function odooClient(
	transport: OdooTransport,
	version: OdooVersion,
	protocol: 'json2' | 'xmlrpc',
): OdooClient {
	const fieldsOf = new Map<string, Promise<ReadonlySet<string>>>();
	const call = async (model: string, method: string, args?: CallArguments) =>
		await transport.call(model, method, args);
	const readFields = async (model: string): Promise<ReadonlySet<string>> =>
		new Set(
			Object.keys(
				(await call(model, 'fields_get', { params: { attributes: ['type'] } })) as object,
			),
		);

	return {
		version,
		protocol,
		call,
		userId: async () => await transport.userId(),
		async fields(model) {
			const known = fieldsOf.get(model) ?? readFields(model);
			fieldsOf.set(model, known);
			return await known.catch((error: unknown) => {
				fieldsOf.delete(model);
				return Promise.reject(error);
			});
		},
	};
}
