import { join } from 'node:path';

import { cacheFolder, installOnce } from './cache';
import { installNodeRuntime, type NodeRuntime } from './node-runtime';
import { npm } from './n8n-npm';
import { runToEnd } from './processes';
import { withSignsOfLife, type Progress } from './progress';
import { requireBuildTools } from './n8n-build-tools';

const PINNED_VERSION = '2.40.7';

/** The pinned version, or that of the variable `N8N_VERSION`: a test run on the newest, or on the previous one. */
export const N8N_VERSION = process.env.N8N_VERSION?.trim() || PINNED_VERSION;

export interface N8nInstall {
	node: NodeRuntime;
	/** n8n's start script, run with that Node. */
	script: string;
	/** Name of everything this install is made of: another one needs another database template. */
	recipe: string;
}

/**
 * Installs n8n and its Node, once (about five minutes and 3 GB).
 *
 * npm's install scripts stay off: of n8n's native modules only `sqlite3` is needed here and comes
 * without a ready build; `isolated-vm` (the expression engine) brings one, PostgreSQL and Redis
 * clients are plain JavaScript.
 */
export async function installN8n(progress: Progress, version = N8N_VERSION): Promise<N8nInstall> {
	const node = await installNodeRuntime(progress);
	const folder = cacheFolder(`n8n-${version}`);
	const recipe = `n8n@${version} on Node ${node.version}, ${process.platform}-${process.arch}`;
	await installOnce(folder, recipe, progress, async () => {
		await withSignsOfLife(
			progress,
			`installing n8n ${version} from npm, about 3 minutes and 3 GB, once`,
			async () => await npm(['install', '--prefix', folder, `n8n@${version}`], { cwd: folder }),
		);
		await installSqlite(folder, node, progress);
	});
	return { node, script: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'), recipe };
}

/** Its own install script: a ready build where GitHub can be reached, else compiled with Node's headers. */
async function installSqlite(folder: string, node: NodeRuntime, progress: Progress): Promise<void> {
	const env = {
		PATH: `${node.binFolder}:${process.env.PATH ?? ''}`,
		npm_config_nodedir: node.headersFolder,
		JOBS: 'max',
	};
	await requireBuildTools(progress);
	await withSignsOfLife(
		progress,
		'building the SQLite driver of n8n, about 80 seconds, once',
		async () => {
			await npm(['rebuild', 'sqlite3', '--ignore-scripts=false'], { cwd: folder, env });
		},
	);
	await runToEnd(
		join(node.binFolder, 'node'),
		['-e', "require('sqlite3');require('isolated-vm')"],
		{
			cwd: folder,
		},
	);
}
