import { createHash } from 'node:crypto';

import { cacheFolder } from './cache';
import { docker, dockerName, pullOnce } from './docker';
import { withLock } from './lock';
import { odooConfig } from './odoo-config';
import {
	containerArguments,
	FILES,
	INSIDE,
	layOutVolume,
	SOCKET,
	startDatabase,
} from './odoo-containers';
import { DOCKER_PREPARE_SCRIPT, preparation } from './odoo-prepare';
import { ODOO, type InstalledVersion } from './odoo-versions';
import { answers } from './processes';
import { withSignsOfLife, type Progress } from './progress';

/** Odoo's configuration inside a container; only the published port is reachable, on loopback. */
export const containerConfig = (version: InstalledVersion) =>
	odooConfig({
		databaseHost: SOCKET,
		address: '0.0.0.0',
		port: 8069,
		livePort: 8072,
		livePortSetting: ODOO[version].livePortSetting,
		files: FILES,
	});

/**
 * Fetches the images and prepares a database, both once.
 *
 * @returns the volume with the prepared database
 */
export async function installOdooInDocker(
	version: InstalledVersion,
	progress: Progress,
): Promise<string> {
	const { modules, withoutDemo, images } = ODOO[version];
	const { odoo, postgres } = images;
	await pullOnce(postgres, progress);
	await pullOnce(odoo, progress);
	const { python, environment } = await preparation(`${INSIDE}/api-key`);
	const recipe = [
		containerConfig(version),
		images,
		modules,
		withoutDemo,
		DOCKER_PREPARE_SCRIPT,
		environment,
		python,
	];
	const hash = createHash('sha256').update(JSON.stringify(recipe)).digest('hex').slice(0, 12);
	const volume = dockerName(version, 'prepared', hash);
	await withLock(cacheFolder(`odoo-${version}-docker.lock`), progress, async () => {
		if (await isPrepared(volume, postgres)) return;
		await withSignsOfLife(progress, 'preparing a database with the modules', async () => {
			await prepareVolume(version, volume, environment, python);
		});
	});
	return volume;
}

async function isPrepared(volume: string, image: string): Promise<boolean> {
	if (!(await answers('docker', ['volume', 'inspect', volume]))) return false;
	const look = ['--network', 'none', image, '-c', `test -e ${INSIDE}/.installed`];
	const name = dockerName('look', process.pid);
	return await answers('docker', containerArguments(name, volume, look));
}

async function prepareVolume(
	version: InstalledVersion,
	volume: string,
	environment: string[],
	python: string,
): Promise<void> {
	const { images, modules, withoutDemo } = ODOO[version];
	const name = (part: string) => dockerName(version, part, process.pid);
	await docker(['volume', 'rm', '--force', volume]);
	await docker(['volume', 'create', volume]);
	await layOutVolume(name('layout'), volume, images.odoo, containerConfig(version));
	await startDatabase(name('prepare-db'), volume, images.postgres);
	const options = ['--interactive', '--network', 'none'];
	const variables = environment.flatMap((variable) => ['--env', variable]);
	const script = ['-ec', DOCKER_PREPARE_SCRIPT, 'prepare', `${INSIDE}/odoo.conf`];
	const command = [images.odoo, ...script, modules.join(','), withoutDemo];
	try {
		await docker(
			containerArguments(name('prepare'), volume, [...options, ...variables, ...command]),
			python,
		);
	} finally {
		await docker(['stop', '-t', '60', name('prepare-db')]);
	}
	const mark = ['--user', 'root', images.odoo, '-c', `touch ${INSIDE}/.installed`];
	await docker(containerArguments(name('mark'), volume, mark));
}
