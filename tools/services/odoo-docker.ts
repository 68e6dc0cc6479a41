import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { docker, dockerName, ownerLabel, removeDeadContainers } from './docker';
import { whenThisProcessEnds } from './n8n-guard';
import { containerArguments, FILES, INSIDE, SOCKET, startDatabase } from './odoo-containers';
import {
	COPY_DATABASE,
	COPY_FILES,
	DROP_DATABASE,
	INSTALL_MODULES,
	REMOVE_FILES,
	type OdooDatabases,
} from './odoo-databases';
import { installOdooInDocker } from './odoo-docker-install';
import { ADMIN, DATABASE, USER, type OdooServer } from './odoo-server';
import { ODOO, type InstalledVersion } from './odoo-versions';
import { waitForOdoo } from './odoo-wait';
import { freePort } from './ports';
import { cleanUpAtExit, startServer, stopServer } from './processes';
import type { Progress } from './progress';

const REMOVE = 'docker rm --force "$2" "$3" "$4"; docker volume rm --force "$1"';

/** Starts Odoo from the official images, with a copy of the prepared database. */
export async function startOdooInDocker(
	version: InstalledVersion,
	progress: Progress,
): Promise<OdooServer> {
	await removeDeadContainers();
	const prepared = await installOdooInDocker(version, progress);

	progress('starting with a fresh database');
	const { images } = ODOO[version];
	const run = dockerName(version, process.pid, randomBytes(3).toString('hex'));
	const [database, web, copy] = [`${run}-db`, `${run}-web`, `${run}-copy`];
	const logs = await mkdtemp(join(tmpdir(), `${run}-`));
	const release = whenThisProcessEnds(REMOVE, run, database, web, copy);
	const stop = async () => {
		await docker(['rm', '--force', database, web, copy]).catch(() => '');
		await docker(['volume', 'rm', '--force', run]);
		await rm(logs, { recursive: true, force: true });
		release();
	};
	cleanUpAtExit(stop);

	try {
		await docker(['volume', 'create', ...ownerLabel(), run]);
		const script = `cp -a /prepared/. ${INSIDE}/; cat ${INSIDE}/api-key`;
		const from = ['--user', 'root', '--volume', `${prepared}:/prepared:ro`, '--network', 'none'];
		const apiKey = await docker(
			containerArguments(copy, run, [...from, images.postgres, '-ec', script]),
		);
		await startDatabase(database, run, images.postgres);

		const port = await freePort();
		// Under this name Odoo's webhooks can reach the machine that the engine runs on.
		const host = ['--add-host', 'host.docker.internal:host-gateway'];
		const publish = [...host, '--publish', `127.0.0.1:${port}:8069`];
		const command = [images.odoo, '-c', `exec odoo -c ${INSIDE}/odoo.conf`];
		const log = join(logs, 'odoo.log');
		const child = startServer(
			'docker',
			containerArguments(web, run, [...publish, ...command]),
			log,
		);
		cleanUpAtExit(async () => await stopServer(child));
		const url = `http://127.0.0.1:${port}`;
		const user = { ...USER, apiKey: apiKey.trim() };
		const failover = {
			kill: async () => void (await docker(['rm', '--force', database])),
			start: async () => await startDatabase(database, run, images.postgres),
		};
		const facts = { version, url, database: DATABASE, admin: ADMIN, user };
		const databases = databasesOf(version, database, web);
		const server: OdooServer = { ...facts, failover, databases, stop };
		await waitForOdoo(server, log, () => child.exitCode === null && child.signalCode === null);
		progress(`ready at ${url}`);
		return server;
	} catch (error) {
		await stop();
		throw error;
	}
}

function databasesOf(version: InstalledVersion, database: string, web: string): OdooDatabases {
	const run = async (container: string, script: string, ...args: string[]) =>
		await docker(['exec', container, 'sh', '-ec', script, 'databases', ...args]);
	return {
		async copy(from, to) {
			await run(database, COPY_DATABASE, SOCKET, from, to);
			await run(web, COPY_FILES, FILES, from, to);
		},
		async drop(name) {
			await run(database, DROP_DATABASE, SOCKET, name);
			await run(web, REMOVE_FILES, FILES, name);
		},
		async install(name, modules) {
			const { withoutDemo } = ODOO[version];
			const config = `${INSIDE}/odoo.conf`;
			await run(web, INSTALL_MODULES, config, name, modules.join(','), withoutDemo);
		},
	};
}
