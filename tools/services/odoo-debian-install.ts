import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { cacheFolder, installOnce } from './cache';
import { inRoot, installDebianRoot, removeDebianRoot } from './debian-root';
import { isAlive, runToEnd } from './processes';
import { odooConfig } from './odoo-config';
import { preparation, ROOT_PREPARE_SCRIPT } from './odoo-prepare';
import { giveToOdoo, runFolders } from './odoo-runs';
import { ODOO, type InstalledVersion } from './odoo-versions';
import { freePort } from './ports';
import { withSignsOfLife, type Progress } from './progress';

/** Where the prepared database lies, as the root's own processes see it. */
const INSIDE = '/template';

export const odooRoot = (version: InstalledVersion) => cacheFolder(`odoo-${version}`);

/**
 * Installs Odoo and PostgreSQL from Debian packages and prepares a database, both once.
 *
 * @returns the root folder, with the prepared database in `template/`
 */
export async function installOdooOnDebian(
	version: InstalledVersion,
	progress: Progress,
): Promise<string> {
	const root = odooRoot(version);
	const { debian } = ODOO[version];
	await installOnce(
		root,
		JSON.stringify(debian),
		progress,
		async () => await installDebianRoot(root, debian, progress),
		async () => await removeUnlessServing(root, progress),
	);
	const { python, environment } = await preparation(`${INSIDE}/api-key`);
	const { modules, withoutDemo } = ODOO[version];
	const recipe = [modules, withoutDemo, ROOT_PREPARE_SCRIPT, environment, python];
	const template = join(root, INSIDE);
	await installOnce(template, JSON.stringify(recipe), progress, async () => {
		await withSignsOfLife(progress, 'preparing a database with the modules', async () => {
			await prepareDatabase(version, root, environment, python);
		});
	});
	return root;
}

async function prepareDatabase(
	version: InstalledVersion,
	root: string,
	environment: string[],
	python: string,
): Promise<void> {
	const { modules, withoutDemo, livePortSetting } = ODOO[version];
	const template = join(root, INSIDE);
	await mkdir(join(template, 'files'));
	await giveToOdoo(root, template);
	await giveToOdoo(root, join(template, 'files'));
	const settings = {
		databaseHost: INSIDE,
		address: '127.0.0.1',
		port: await freePort(),
		livePort: await freePort(),
		livePortSetting,
		files: `${INSIDE}/files`,
	};
	await writeFile(join(template, 'odoo.conf'), odooConfig(settings));
	const script = ['bash', '-c', ROOT_PREPARE_SCRIPT, 'prepare', INSIDE, `${INSIDE}/odoo.conf`];
	const command = ['env', ...environment, ...script, modules.join(','), withoutDemo];
	await runToEnd(...inRoot(root, 'odoo', command), { input: python });
}

async function removeUnlessServing(root: string, progress: Progress): Promise<void> {
	const serving = (await runFolders(root)).find(({ owner }) => isAlive(owner));
	if (serving) {
		throw new Error(
			`${root} must be installed anew, but process ${serving.owner} runs an Odoo from it. Stop that first.`,
		);
	}
	await removeDebianRoot(root, progress);
}
