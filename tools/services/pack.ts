import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { cacheFolder, installOnce } from './cache';
import { contentHash } from './content-hash';
import { withLock } from './lock';
import { npm } from './n8n-npm';
import { runToEnd } from './processes';
import type { Progress } from './progress';

const root = join(__dirname, '..', '..');
const gulp = join(root, 'node_modules', 'gulp', 'bin', 'gulp.js');

/** All that a build and `npm pack` read. */
const SOURCES = [
	...['nodes', 'credentials', 'lib', 'workflows'],
	...['tools/package/template-check.ts', 'tools/package/packaged-nodes.ts', 'gulpfile.js'],
	...['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'],
	...['README.md', 'LICENSE'],
];

const KEPT_MS = 24 * 3600 * 1000;

/**
 * Builds the package and packs it as npm would publish it, once for each state of its sources; one
 * process at a time, since a build empties `dist`. @returns the tarball's path, in the cache
 */
export async function packTarball(progress: Progress): Promise<string> {
	const packed = cacheFolder('packed', await contentHash(root, SOURCES));
	await installOnce(packed, 'tarball', progress, async (folder) => {
		await withLock(cacheFolder('pack.lock'), progress, async () => {
			await removeOldTarballs();
			progress('building and packing the package');
			await runToEnd(process.execPath, [gulp, 'build'], { cwd: root });
			await npm(['pack', '--pack-destination', folder], { cwd: root });
		});
	});
	const tarball = (await readdir(packed)).find((name) => name.endsWith('.tgz'));
	if (!tarball) throw new Error(`There is no tarball in ${packed}: remove that folder`);
	return join(packed, tarball);
}

async function removeOldTarballs(): Promise<void> {
	const folder = cacheFolder('packed');
	for (const name of await readdir(folder)) {
		const { mtimeMs } = await stat(join(folder, name));
		if (Date.now() - mtimeMs > KEPT_MS) await rm(join(folder, name), { recursive: true });
	}
}
