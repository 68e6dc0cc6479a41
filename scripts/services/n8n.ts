import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { n8nEnvironment } from './n8n-environment';
import { removeWithThisProcess } from './n8n-guard';
import { installN8n } from './n8n-install';
import { npm } from './n8n-npm';
import { startN8nProcess, type N8nProcess } from './n8n-process';
import { ADDRESS, newRunFolder } from './n8n-runs';
import { newUserFolder, setUpOwner, type N8nOwner } from './n8n-template';
import { freePort } from './ports';
import { postgresEnvironment, type PostgresServer } from './postgres-server';
import { cleanUpAtExit } from './processes';
import type { Progress } from './progress';

export type { N8nOwner } from './n8n-template';

/** A running n8n with the package installed, of which everything ends with `stop()`. */
export interface N8nServer {
	url: string;
	userFolder: string;
	owner: N8nOwner;
	logFile: string;
	/** Ends it and removes its folder (kept with `WECHAT_ODOO_KEEP=1`, to read the log). */
	stop(): Promise<void>;
	/** Ends it at once, as a crash would. `restart()` brings it back. */
	kill(): Promise<void>;
	/** Ends it if it runs and starts it again: same address, same data. */
	restart(): Promise<void>;
}

export interface N8nOptions {
	/** The package as npm would publish it. */
	tarball: string;
	progress: Progress;
	/** n8n settings over the ones chosen here. */
	env?: Record<string, string>;
	/** An empty database in place of SQLite. */
	database?: PostgresServer;
}

/** Starts a real n8n of its own, with the package installed as a user would. */
export async function startN8n({
	tarball,
	progress,
	env,
	database,
}: N8nOptions): Promise<N8nServer> {
	const userFolder = await newRunFolder();
	const logFile = join(userFolder, 'n8n.log');
	const keep = Boolean(process.env.WECHAT_ODOO_KEEP);
	if (!keep) removeWithThisProcess(userFolder);
	let n8n: N8nProcess | undefined;
	const stop = async () => {
		await n8n?.stop();
		if (!keep) await rm(userFolder, { recursive: true, force: true });
	};
	cleanUpAtExit(stop);
	try {
		const install = await installN8n(progress);
		const owner = await newUserFolder(userFolder, install, progress);
		progress('installing the package into n8n');
		await installPackage(userFolder, tarball);
		const port = await freePort();
		const nodeBinFolder = install.node.binFolder;
		const settings = { userFolder, port, brokerPort: await freePort(), nodeBinFolder };
		const inDatabase = database ? postgresEnvironment(database) : {};
		const environment = n8nEnvironment(settings, process.env, { ...inDatabase, ...env });
		const start = async () => {
			n8n = await startN8nProcess(install, environment, logFile);
		};
		progress('starting n8n');
		await start();
		const url = `http://127.0.0.1:${port}`;
		if (database) await setUpOwner(url, owner);
		await writeFile(join(userFolder, ADDRESS), url);
		progress(`n8n is ready at ${url}`);
		const kill = async () => await n8n?.kill();
		const restart = async () => {
			await n8n?.stop();
			await start();
		};
		return { url, userFolder, owner, logFile, stop, kill, restart };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** Like n8n's own installer: without scripts, and with n8n's own `n8n-workflow` as the peer. */
async function installPackage(userFolder: string, tarball: string): Promise<void> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	await mkdir(nodes, { recursive: true });
	const args = ['install', '--prefix', nodes, '--omit=dev', '--legacy-peer-deps', tarball];
	await npm(args, { cwd: nodes });
}
