import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { cacheFolder, installOnce } from './cache';
import { runToEnd } from './processes';
import { withSignsOfLife, type Progress } from './progress';
import type { RedisProgram } from './redis-program';

export const redisFolder = () => cacheFolder('redis');

/**
 * Fetches the package `redis-server` of this machine's Debian or Ubuntu with the libraries that are
 * missing here, and unpacks them into a folder of the cache: nothing is installed on the machine.
 */
export async function unpackRedis(progress: Progress): Promise<RedisProgram> {
	const folder = redisFolder();
	await installOnce(folder, 'redis-server, unpacked', progress, async () => {
		await withSignsOfLife(progress, 'fetching redis-server, 2 MB, once', async () => {
			await fetchInto(folder);
		});
	});
	const libraries = join(folder, 'usr', 'lib');
	const triplets = (await readdir(libraries).catch(() => [])).filter((name) =>
		/-linux-/.test(name),
	);
	return {
		command: join(folder, 'usr', 'bin', 'redis-server'),
		libraryPath: triplets.map((name) => join(libraries, name)).join(':'),
	};
}

async function fetchInto(folder: string): Promise<void> {
	const archives = join(folder, 'archives');
	await mkdir(join(archives, 'partial'), { recursive: true });
	const into = ['-o', `Dir::Cache::archives=${archives}`];
	await runToEnd('apt-get', ['update', '-q']);
	const options = ['-q', '-y', '--no-install-recommends', '--download-only', ...into];
	await runToEnd('apt-get', ['install', ...options, 'redis-server']);
	for (const name of (await readdir(archives)).filter((file) => file.endsWith('.deb'))) {
		await runToEnd('dpkg-deb', ['--extract', join(archives, name), folder]);
	}
	await rm(archives, { recursive: true });
}
