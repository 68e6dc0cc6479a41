/** What a call carries besides model and method. Parameters go by Odoo's own names. */
export interface CallArguments {
	/** Records that the method works on; absent for methods of the model itself. */
	ids?: number[];
	params?: Record<string, unknown>;
	context?: Record<string, unknown>;
	/** A shorter limit than the connection's, for this call. */
	timeoutMs?: number;
}

/** One way to call a public method of an Odoo model. One call is one database transaction. */
export interface OdooTransport {
	/** @throws IntegrationError with an `ODOO_…` code */
	call(model: string, method: string, args?: CallArguments): Promise<unknown>;
	/** Database id of the user whose key or password this is. */
	userId(): Promise<number>;
}

/** Where and as whom, for either transport. */
export interface OdooAddress {
	/** Without a path or a trailing slash. */
	url: string;
	database: string;
	login: string;
	/** API key, or (XML-RPC only) a password. */
	secret: string;
	timeoutMs: number;
}

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
