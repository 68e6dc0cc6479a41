import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { inRoot } from './debian-root';
import type { FakeClock } from './fake-clock';
import { removeWithThisProcess } from './n8n-guard';
import { odooAdmin } from './odoo-admin';
import { odooConfig } from './odoo-config';
import {
	COPY_DATABASE,
	COPY_FILES,
	DROP_DATABASE,
	INSTALL_MODULES,
	REMOVE_FILES,
	type OdooDatabases,
} from './odoo-databases';
import { installOdooOnDebian } from './odoo-debian-install';
import { ROOT_SERVE_SCRIPT } from './odoo-prepare';
import { newRunFolder, removeDeadRuns, removeRunFolder } from './odoo-runs';
import { ADMIN, DATABASE, USER, type OdooServer } from './odoo-server';
import { ODOO, type InstalledVersion } from './odoo-versions';
import { waitForOdoo } from './odoo-wait';
import { freePort } from './ports';
import { supervisedDatabase } from './postgres-supervised';
import { cleanUpAtExit, runToEnd, startServer, stopServer } from './processes';
import type { Progress } from './progress';

/**
 * Starts Odoo from Debian packages in their own root folder, with a copy of the prepared database.
 *
 * @param clock in place of the machine's, for Odoo and its PostgreSQL
 */
export async function startOdooOnDebian(
	version: InstalledVersion,
	progress: Progress,
	clock?: FakeClock,
): Promise<OdooServer> {
	const root = await installOdooOnDebian(version, progress);
	await removeDeadRuns(root);

	progress('starting with a fresh database');
	const run = await newRunFolder(root);
	removeWithThisProcess(run.path);
	const port = await freePort();
	const settings = {
		databaseHost: run.inside,
		address: '127.0.0.1',
		port,
		livePort: await freePort(),
		livePortSetting: ODOO[version].livePortSetting,
		files: `${run.inside}/files`,
		clockJumps: clock !== undefined,
	};
	await writeFile(join(run.path, 'odoo.conf'), odooConfig(settings));
	const environment = Object.entries((await clock?.enter(run.path, run.inside)) ?? {});
	const assigned = environment.map(([name, value]) => `${name}=${value}`);
	const serve = ['env', ...assigned, 'bash', '-c', ROOT_SERVE_SCRIPT, 'serve', run.inside];
	const log = join(run.path, 'odoo.log');
	const child = startServer(...inRoot(root, 'odoo', serve), log);
	const stop = async () => {
		// The database is thrown away: nothing is worth a graceful end.
		await stopServer(child, 0);
		await removeRunFolder(run.path);
	};
	cleanUpAtExit(stop);

	const isBack = async () =>
		(await odooAdmin(server).call<number>('res.users', 'search_count', [[]])) > 0;
	const server: OdooServer = {
		version,
		failover: supervisedDatabase(run.path, isBack),
		url: `http://127.0.0.1:${port}`,
		database: DATABASE,
		databases: databasesOf(version, root, run.inside),
		admin: ADMIN,
		user: { ...USER, apiKey: await readFile(join(root, 'template/api-key'), 'utf8') },
		stop,
	};
	try {
		await waitForOdoo(server, log, () => child.exitCode === null && child.signalCode === null);
	} catch (error) {
		await stop();
		throw error;
	}
	await writeFile(join(run.path, 'url'), server.url);
	progress(`ready at ${server.url}`);
	return server;
}

function databasesOf(version: InstalledVersion, root: string, inside: string): OdooDatabases {
	const run = async (script: string, ...args: string[]) =>
		await runToEnd(...inRoot(root, 'odoo', ['sh', '-ec', script, 'databases', ...args]));
	return {
		async copy(from, to) {
			await run(COPY_DATABASE, inside, from, to);
			await run(COPY_FILES, `${inside}/files`, from, to);
		},
		async drop(name) {
			await run(DROP_DATABASE, inside, name);
			await run(REMOVE_FILES, `${inside}/files`, name);
		},
		async install(name, modules) {
			const { withoutDemo } = ODOO[version];
			await run(INSTALL_MODULES, `${inside}/odoo.conf`, name, modules.join(','), withoutDemo);
		},
	};
}
