import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { installOnce } from './cache';
import { runToEnd } from './processes';
import { withSignsOfLife, type Progress } from './progress';

/**
 * Fetches a package of this machine's Debian or Ubuntu with the libraries that are missing here, and unpacks
 * them into a folder of the cache, once: nothing is installed on the machine.
 */
export async function unpackPackage(
	name: string,
	folder: string,
	progress: Progress,
): Promise<void> {
	await installOnce(folder, `${name}, unpacked`, progress, async () => {
		await withSignsOfLife(progress, `fetching ${name}, once`, async () => {
			await fetchInto(name, folder);
		});
	});
}

async function fetchInto(name: string, folder: string): Promise<void> {
	const archives = join(folder, 'archives');
	await mkdir(join(archives, 'partial'), { recursive: true });
	const into = ['-o', `Dir::Cache::archives=${archives}`];
	await runToEnd('apt-get', ['update', '-q']);
	const options = ['-q', '-y', '--no-install-recommends', '--download-only', ...into];
	await runToEnd('apt-get', ['install', ...options, name]);
	for (const file of (await readdir(archives)).filter((each) => each.endsWith('.deb'))) {
		await runToEnd('dpkg-deb', ['--extract', join(archives, file), folder]);
	}
	await rm(archives, { recursive: true });
}
