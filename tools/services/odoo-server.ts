import type { OdooDatabases } from './odoo-databases';
import type { OdooVersion } from './odoo-versions';
import type { DatabaseFailover } from './postgres-server';

export interface OdooLogin {
	login: string;
	password: string;
}

/** A running Odoo with a database of its own. */
export interface OdooServer {
	version: OdooVersion;
	/** Without a slash at the end. */
	url: string;
	database: string;
	admin: OdooLogin;
	/** May do what the integration needs and nothing more. */
	user: OdooLogin & { apiKey?: string };
	/** Its PostgreSQL; absent for a server from the environment. */
	failover?: DatabaseFailover;
	/** Makes copies of its database; absent for a server from the environment. */
	databases?: OdooDatabases;
	/** What was prepared in its database beforehand, where it is a copy of a prepared one. */
	template?: string;
	/** Ends it and takes its database away; does nothing to a server from the environment. */
	stop(): Promise<void>;
}

/** The first database of a server; copies are named `wechat_…`. */
export const DATABASE = 'wechat';

/** Logins of the databases prepared here; the servers listen on loopback only. */
export const ADMIN: OdooLogin = { login: 'admin', password: 'admin-on-loopback' };
export const USER: OdooLogin = { login: 'wechat', password: 'wechat-on-loopback' };
