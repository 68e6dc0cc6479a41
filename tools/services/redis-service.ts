import { describeInstall } from './cache';
import { startRedis } from './redis';
import { redisFolder } from './redis-packages';
import type { Service } from './service';

/** An empty Redis, for n8n in queue mode, as `npm run services` sees it. */
export const redisService: Service = {
	name: 'redis',
	start: async (progress) => {
		const { host, port } = await startRedis(progress);
		return [`REDIS_URL=redis://${host}:${port}/0`];
	},
	installed: async () => await describeInstall(redisFolder(), 'Redis'),
	running: async () => Promise.resolve([]),
	removeLeftovers: async () => Promise.resolve([]),
};
