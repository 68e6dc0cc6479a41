import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describeInstall } from './cache';
import { dockerRuns, listDocker, removeDeadContainers } from './docker';
import { startOdoo } from './odoo';
import { odooRoot } from './odoo-debian-install';
import { removeDeadRuns, runFolders } from './odoo-runs';
import type { InstalledVersion } from './odoo-versions';
import { isAlive } from './processes';
import type { Service } from './service';

/** Odoo of one version, as `npm run services` sees it. */
export function odooService(version: InstalledVersion): Service {
	const root = odooRoot(version);
	return {
		name: `odoo-${version}`,
		start: async (progress) => {
			const { url, database, admin, user } = await startOdoo(version, progress);
			return [
				`${url}, database ${database}`,
				`administrator ${admin.login} / ${admin.password}`,
				`integration ${user.login} / ${user.password}`,
				...(user.apiKey ? [`API key of the integration ${user.apiKey}`] : []),
			];
		},
		installed: async () => [
			...(await describeInstall(root, `Debian package ${await packageVersion(root, version)}`)),
			...(await describeInstall(join(root, 'template'), 'prepared database')),
			...(await inDocker(['volume', 'ls'], `${version}-prepared`, '{{.Name}} (Docker volume)')),
		],
		running: async () => [
			...(await debianRuns(root)),
			...(await inDocker(['ps'], version, '{{.Names}} {{.Ports}} (Docker)')),
		],
		removeLeftovers: async () => [
			...(await removeDeadRuns(root)).map(({ path }) => path),
			...((await dockerRuns()) ? await removeDeadContainers() : []),
		],
	};
}

async function debianRuns(root: string): Promise<string[]> {
	const alive = (await runFolders(root)).filter(({ owner }) => isAlive(owner));
	return await Promise.all(
		alive.map(async ({ owner, path }) => {
			const url = await readFile(join(path, 'url'), 'utf8').catch(() => 'starting');
			return `${url}, started by process ${owner}`;
		}),
	);
}

async function inDocker(command: string[], name: string, format: string): Promise<string[]> {
	return (await dockerRuns()) ? await listDocker(command, name, format) : [];
}

async function packageVersion(root: string, version: InstalledVersion): Promise<string> {
	const packages = await readFile(join(root, 'var/lib/dpkg/status'), 'utf8').catch(() => '');
	const entry = packages
		.split('\n\n')
		.find((text) => text.startsWith(`Package: odoo-${version}\n`));
	return /^Version: (.*)$/m.exec(entry ?? '')?.[1] ?? 'of unknown version';
}
