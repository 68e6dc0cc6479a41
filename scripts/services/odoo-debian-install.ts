import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { cacheFolder, installOnce } from './cache';
import { inRoot, installDebianRoot, removeDebianRoot } from './debian-root';
import { isAlive } from './lock';
import { odooConfig } from './odoo-config';
import { PREPARE_SCRIPT } from './odoo-in-root';
import { giveToOdoo, runFolders } from './odoo-runs';
import { ADMIN, USER } from './odoo-server';
import { ODOO, type OdooVersion } from './odoo-versions';
import { freePort } from './ports';
import { runToEnd } from './processes';
import { withSignsOfLife, type Progress } from './progress';

export const odooRoot = (version: OdooVersion) => cacheFolder(`odoo-${version}`);

/**
 * Installs Odoo and PostgreSQL from Debian packages and prepares a database, both once.
 *
 * @returns the root folder, with the prepared database in `template/`
 */
export async function installOdooOnDebian(
	version: OdooVersion,
	progress: Progress,
): Promise<string> {
	const root = odooRoot(version);
	const { debian } = ODOO[version];
	await installOnce(
		root,
		JSON.stringify(debian),
		progress,
		async () => await installDebianRoot(root, debian, progress),
		removeUnlessServing,
	);
	const pythonFile = join(__dirname, 'odoo-prepare.py');
	const python = await readFile(pythonFile, 'utf8');
	const template = join(root, 'template');
	const recipe = JSON.stringify([ODOO[version], ADMIN, USER, PREPARE_SCRIPT, python]);
	await installOnce(template, recipe, progress, async () => {
		await withSignsOfLife(progress, 'preparing a database with the modules', async () => {
			await prepareDatabase(version, root, template, python);
		});
	});
	return root;
}

async function prepareDatabase(
	version: OdooVersion,
	root: string,
	template: string,
	python: string,
): Promise<void> {
	const { modules, withoutDemo, livePortSetting } = ODOO[version];
	const inside = '/template';
	await mkdir(join(template, 'files'));
	await giveToOdoo(root, template);
	await giveToOdoo(root, join(template, 'files'));
	const settings = {
		databaseHost: inside,
		address: '127.0.0.1',
		port: await freePort(),
		livePort: await freePort(),
		livePortSetting,
		files: `${inside}/files`,
	};
	await writeFile(join(template, 'odoo.conf'), odooConfig(settings));
	const logins = [
		`ADMIN_PASSWORD=${ADMIN.password}`,
		`USER_LOGIN=${USER.login}`,
		`USER_PASSWORD=${USER.password}`,
		`API_KEY_FILE=${inside}/api-key`,
	];
	const script = ['bash', '-c', PREPARE_SCRIPT, 'prepare', inside, `${inside}/odoo.conf`];
	const command = ['env', ...logins, ...script, modules.join(','), withoutDemo];
	await runToEnd(...inRoot(root, 'odoo', command), { input: python });
}

async function removeUnlessServing(root: string): Promise<void> {
	const serving = (await runFolders(root)).find(({ owner }) => isAlive(owner));
	if (serving) {
		throw new Error(
			`${root} must be installed anew, but process ${serving.owner} runs an Odoo from it. Stop that first.`,
		);
	}
	await removeDebianRoot(root);
}
