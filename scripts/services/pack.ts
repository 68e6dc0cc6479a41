import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { npm } from './n8n-npm';
import { cleanUpAtExit, runToEnd } from './processes';
import type { Progress } from './progress';

const root = join(__dirname, '..', '..');

/** Builds the package and packs it as npm would publish it. @returns the tarball's path, in a temporary folder */
export async function packTarball(progress: Progress): Promise<string> {
	progress('building and packing the package');
	await runToEnd(
		process.execPath,
		[join(root, 'node_modules', 'gulp', 'bin', 'gulp.js'), 'build'],
		{
			cwd: root,
		},
	);
	const folder = await mkdtemp(join(tmpdir(), 'n8n-pack-'));
	cleanUpAtExit(async () => await rm(folder, { recursive: true, force: true }));
	const output = await npm(['pack', '--json', '--pack-destination', folder], { cwd: root });
	return join(folder, packedFile(output));
}

/** The file name in what `npm pack --json` prints. */
export function packedFile(output: string): string {
	const [packed] = JSON.parse(output) as Array<{ filename: string }>;
	if (!packed) throw new Error('npm pack made no file');
	return packed.filename;
}
