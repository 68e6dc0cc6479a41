/** Arguments of a call. Parameters have Odoo's names. */
export interface CallArguments {
	/** Records that the method is called on; absent for model methods. */
	ids?: number[];
	params?: Record<string, unknown>;
	context?: Record<string, unknown>;
	/** A shorter timeout than that of the connection. */
	timeoutMs?: number;
}

/** Calls public methods of Odoo models. One call is one database transaction. */
export interface OdooTransport {
	/** @throws IntegrationError with an `ODOO_…` code */
	call(model: string, method: string, args?: CallArguments): Promise<unknown>;
	/** Database id of the user of the connection. */
	userId(): Promise<number>;
}

/** Server and login, for both transports. */
export interface OdooAddress {
	/** Without path and trailing slash. */
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
	/** E.g. `saas~19.1`. */
	text: string;
}

/** A connection to one Odoo database as one user. */
export interface OdooClient extends OdooTransport {
	readonly version: OdooVersion;
	readonly protocol: 'json2' | 'xmlrpc';
	/** Field names of a model, read once. They depend on the version and on installed modules. */
	fields(model: string): Promise<ReadonlySet<string>>;
	/** Caches the result of `ask` under a name for the life of the connection. An error is not cached. */
	remember<T>(name: string, ask: () => Promise<T>): Promise<T>;
}
