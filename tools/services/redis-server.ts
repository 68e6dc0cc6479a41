/** A running Redis for n8n's queue. */
export interface RedisServer {
	host: string;
	port: number;
	username?: string;
	password?: string;
	/** Number of the database: 0. */
	database?: number;
	/** Ends it and takes its data away; does nothing to a server from the environment. */
	stop(): Promise<void>;
}

/**
 * The settings that let n8n keep its queue there.
 *
 * @param prefix of every key, so that several n8n may share one Redis
 */
export function redisEnvironment(server: RedisServer, prefix: string): Record<string, string> {
	const { host, port, username, password, database } = server;
	return {
		QUEUE_BULL_REDIS_HOST: host,
		QUEUE_BULL_REDIS_PORT: String(port),
		QUEUE_BULL_PREFIX: prefix,
		N8N_REDIS_KEY_PREFIX: prefix,
		...(username ? { QUEUE_BULL_REDIS_USERNAME: username } : {}),
		...(password ? { QUEUE_BULL_REDIS_PASSWORD: password } : {}),
		...(database ? { QUEUE_BULL_REDIS_DB: String(database) } : {}),
	};
}

/** The server that `REDIS_URL` names (`redis://user:password@host:port/0`); undefined without one. */
export function redisFromEnvironment(
	environment: Record<string, string | undefined>,
): RedisServer | undefined {
	if (!environment.REDIS_URL) return undefined;
	const url = new URL(environment.REDIS_URL);
	const [username, password] = [url.username, url.password].map(decodeURIComponent);
	const database = Number(url.pathname.slice(1) || 0);
	return {
		host: url.hostname,
		port: Number(url.port || 6379),
		...(username ? { username } : {}),
		...(password ? { password } : {}),
		...(database > 0 ? { database } : {}),
		stop: async () => {},
	};
}
