import { randomBytes } from 'node:crypto';

import { docker, dockerName, ownerLabel, pullOnce, removeDeadContainers } from './docker';
import { whenThisProcessEnds } from './n8n-guard';
import { freePort } from './ports';
import { answers, cleanUpAtExit, waitUntil } from './processes';
import type { Progress } from './progress';
import type { RedisServer } from './redis-server';

/** The official image. */
export const REDIS_IMAGE = 'redis:7';

/** Redis from the official image, every change on disk. */
export async function startRedisInDocker(progress: Progress): Promise<RedisServer> {
	await removeDeadContainers();
	await pullOnce(REDIS_IMAGE, progress);
	const name = dockerName('redis', process.pid, randomBytes(3).toString('hex'));
	const release = whenThisProcessEnds('docker rm --force --volumes "$1"', name);
	const stop = async () => {
		await docker(['rm', '--force', '--volumes', name]).catch(() => '');
		release();
	};
	cleanUpAtExit(stop);
	const port = await freePort();
	const options = ['--detach', '--name', name, ...ownerLabel()];
	const publish = ['--publish', `127.0.0.1:${port}:6379`];
	const command = ['redis-server', '--appendonly', 'yes'];
	await docker(['run', ...options, ...publish, REDIS_IMAGE, ...command]);
	const probe = ['exec', name, 'redis-cli', 'ping'];
	await waitUntil('Redis is ready', 60_000, async () => await answers('docker', probe));
	return { host: '127.0.0.1', port, stop };
}
