import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { licenceProblems, runtimePackages, type Lockfile } from './licence-check';
import { reasonOf } from '../services/reason';
import { npm } from '../services/n8n-npm';
import { runToEnd } from '../services/processes';
import { tarballProblems } from './tarball-check';

const root = join(__dirname, '..', '..');
const readJson = <T>(file: string): T => JSON.parse(readFileSync(join(root, file), 'utf8')) as T;

/** Holds what `npm pack` would ship, and the licences that come with it, against what they should be. */
async function main(): Promise<void> {
	const { n8n } = readJson<{ n8n: { nodes: string[]; credentials: string[] } }>('package.json');
	const lockfile = readJson<Lockfile>('package-lock.json');
	// Files that git knows or would add: a checkout's leftovers are no sources.
	const listed = await runToEnd('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
		cwd: root,
	});
	const output = await npm(['pack', '--dry-run', '--json'], { cwd: root });
	const [tarball] = JSON.parse(output) as Array<{
		files: Array<{ path: string }>;
		size: number;
		unpackedSize: number;
	}>;
	if (!tarball) throw new Error('npm pack named no tarball');
	const problems = [
		...tarballProblems({
			packed: tarball.files.map(({ path }) => path),
			sources: listed.split('\0'),
			registered: [...n8n.nodes, ...n8n.credentials],
		}),
		...licenceProblems(lockfile),
	];
	if (problems.length > 0)
		throw new Error(`The package is not as it should be:\n- ${problems.join('\n- ')}`);
	const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
	process.stdout.write(
		`${tarball.files.length} files, ${kilobytes(tarball.size)} packed, ${kilobytes(tarball.unpackedSize)} unpacked; ` +
			`${runtimePackages(lockfile).length} runtime packages, all permissively licensed\n`,
	);
}

main().catch((error: unknown) => {
	process.stderr.write(`${reasonOf(error)}\n`);
	process.exitCode = 1;
});
