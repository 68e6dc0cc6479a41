import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { cacheFolder } from './cache';
import { withLock } from './lock';
import { removeWithThisProcess } from './n8n-guard';
import { npm } from './n8n-npm';
import { runToEnd } from './processes';
import type { Progress } from './progress';

const root = join(__dirname, '..', '..');
const gulp = join(root, 'node_modules', 'gulp', 'bin', 'gulp.js');

/**
 * Builds the package and packs it as npm would publish it; one process at a time, since a build
 * empties `dist`. @returns the tarball's path, in a folder that goes away with this process
 */
export async function packTarball(progress: Progress): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-pack-'));
	removeWithThisProcess(folder);
	return await withLock(cacheFolder('pack.lock'), progress, async () => {
		progress('building and packing the package');
		await runToEnd(process.execPath, [gulp, 'build'], { cwd: root });
		const output = await npm(['pack', '--json', '--pack-destination', folder], { cwd: root });
		return join(folder, packedFile(output));
	});
}

/** The file name in what `npm pack --json` prints. */
export function packedFile(output: string): string {
	const [packed] = JSON.parse(output) as Array<{ filename: string }>;
	if (!packed) throw new Error('npm pack made no file');
	return packed.filename;
}
