import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readImportGraph } from '../package/import-graph';
import type { Repository } from './affected-tests';

const root = join(__dirname, '..', '..');

const git = (...args: string[]): string[] =>
	execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);

/** Files that differ from a commit, new ones included; without one, from where this branch left `origin/main`. */
export function changedFiles(since?: string): string[] {
	const base = since ?? git('merge-base', 'HEAD', 'origin/main')[0] ?? 'HEAD';
	return [
		...git('diff', '--name-only', base),
		...git('ls-files', '--others', '--exclude-standard'),
	];
}

export async function readRepository(): Promise<Repository> {
	const graph = await readImportGraph(
		['lib', 'nodes', 'credentials', 'sandbox', 'tools', 'test'],
		true,
	);
	const workflows = readdirSync(join(root, 'workflows')).map((file) => `workflows/${file}`);
	const read = (file: string): [string, string] => [file, readFileSync(join(root, file), 'utf8')];
	return { graph, texts: new Map([...graph.keys(), ...workflows].map(read)) };
}
