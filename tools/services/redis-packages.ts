import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { cacheFolder } from './cache';
import type { Progress } from './progress';
import type { RedisProgram } from './redis-program';
import { unpackPackage } from './unpack-package';

export const redisFolder = () => cacheFolder('redis');

/** `redis-server` from the package of this machine's Debian or Ubuntu, in a folder of the cache. */
export async function unpackRedis(progress: Progress): Promise<RedisProgram> {
	const folder = redisFolder();
	await unpackPackage('redis-server', folder, progress);
	const libraries = join(folder, 'usr', 'lib');
	const triplets = (await readdir(libraries).catch(() => [])).filter((name) =>
		/-linux-/.test(name),
	);
	return {
		command: join(folder, 'usr', 'bin', 'redis-server'),
		libraryPath: triplets.map((name) => join(libraries, name)).join(':'),
	};
}
