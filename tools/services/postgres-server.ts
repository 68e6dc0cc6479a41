/** A database server that can be taken away as a failover does: connections die, and for a while there are none. */
export interface DatabaseFailover {
	kill(): Promise<void>;
	/** Brings it back with all that was committed. */
	start(): Promise<void>;
}

/** A running PostgreSQL with an empty database. */
export interface PostgresServer {
	host: string;
	port: number;
	database: string;
	user: string;
	password: string;
	/** Absent for a server from the environment. */
	failover?: DatabaseFailover;
	/** Ends it and takes its data away; does nothing to a server from the environment. */
	stop(): Promise<void>;
}

/** Of the servers started here, which listen on loopback only. */
export const POSTGRES_LOGIN = { database: 'postgres', user: 'n8n', password: 'n8n-on-loopback' };

/** The settings that let n8n keep its data there. */
export function postgresEnvironment(server: PostgresServer): Record<string, string> {
	return {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: server.host,
		DB_POSTGRESDB_PORT: String(server.port),
		DB_POSTGRESDB_DATABASE: server.database,
		DB_POSTGRESDB_USER: server.user,
		DB_POSTGRESDB_PASSWORD: server.password,
	};
}

/**
 * The server that `POSTGRES_URL` names (`postgres://user:password@host:port/database`, an empty
 * database); undefined without one.
 */
export function postgresFromEnvironment(
	environment: Record<string, string | undefined>,
): PostgresServer | undefined {
	if (!environment.POSTGRES_URL) return undefined;
	const url = new URL(environment.POSTGRES_URL);
	return {
		host: url.hostname,
		port: Number(url.port || 5432),
		database: url.pathname.slice(1) || POSTGRES_LOGIN.database,
		user: decodeURIComponent(url.username),
		password: decodeURIComponent(url.password),
		stop: async () => {},
	};
}
