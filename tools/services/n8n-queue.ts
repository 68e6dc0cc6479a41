import { balancer } from './balancer';
import { startN8n, type N8nOptions, type N8nServer } from './n8n';
import { installN8n } from './n8n-install';
import { startN8nProcessor, type N8nProcessor } from './n8n-processor';
import { startPostgres } from './postgres';
import { postgresEnvironment } from './postgres-server';
import { startRedis } from './redis';
import { redisEnvironment } from './redis-server';

/** How many processes share the work of an n8n in queue mode. */
export interface QueueSize {
	/** Webhook processors: they take WeChat's callbacks. */
	webhooks: number;
	/** Workers: they run the executions. */
	workers: number;
	/** Executions that one worker runs at a time; n8n's own: 10. */
	concurrency?: number;
}

export const USUAL_QUEUE: QueueSize = { webhooks: 2, workers: 3 };

/**
 * Starts a real n8n in queue mode on a PostgreSQL and a Redis of its own: main process, webhook
 * processors behind one address, workers; the package installed for all of them.
 */
export async function startN8nQueue(
	{ tarball, progress, env = {} }: Omit<N8nOptions, 'database' | 'diskMegabytes'>,
	{ webhooks, workers, concurrency }: QueueSize,
): Promise<N8nServer> {
	const stops: Array<() => Promise<void>> = [];
	const stop = async () => {
		for (let next = stops.pop(); next; next = stops.pop()) await next();
	};
	try {
		progress('starting PostgreSQL and Redis');
		const database = await startPostgres(progress);
		stops.push(database.stop);
		const redis = await startRedis(progress);
		stops.push(redis.stop);
		const shared = {
			EXECUTIONS_MODE: 'queue',
			...redisEnvironment(redis, `n8n-${process.pid}-${database.port}`),
			...env,
		};
		const addresses: string[] = [];
		const front = await balancer(addresses);
		stops.push(front.close);
		const mainOnly = { N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true' };
		const everywhere = { ...shared, WEBHOOK_URL: `${front.url}/` };
		const main = await startN8n({
			...{ tarball, progress, database },
			env: { ...everywhere, ...mainOnly },
		});
		stops.push(main.stop);
		const install = await installN8n(progress);
		const inDatabase = { ...postgresEnvironment(database), ...everywhere };
		const start = async (role: N8nProcessor['role'], args: string[] = []) => {
			const one = await startN8nProcessor(role, install, main.userFolder, inDatabase, args);
			stops.push(one.stop);
			return one;
		};
		progress(`starting ${webhooks} webhook processors and ${workers} workers`);
		const each = concurrency === undefined ? [] : [`--concurrency=${concurrency}`];
		const processors = await Promise.all([
			...Array.from({ length: webhooks }, async () => await start('webhook')),
			...Array.from({ length: workers }, async () => await start('worker', each)),
		]);
		addresses.push(...processors.flatMap((one) => (one.role === 'webhook' ? [one.url] : [])));
		progress(`callbacks go to ${front.url}`);
		return {
			...main,
			webhookUrl: front.url,
			processors,
			...(database.failover ? { database: database.failover } : {}),
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}
