import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { n8nEnvironment } from './n8n-environment';
import { removeWithThisProcess } from './n8n-guard';
import { installN8n } from './n8n-install';
import { npm } from './n8n-npm';
import { startN8nProcess, type N8nProcess } from './n8n-process';
import type { N8nProcessor } from './n8n-processor';
import { ADDRESS, newRunFolder } from './n8n-runs';
import { newUserFolder, setUpOwner, type N8nOwner } from './n8n-template';
import { freePort } from './ports';
import { postgresEnvironment, type DatabaseFailover, type PostgresServer } from './postgres-server';
import { cleanUpAtExit } from './processes';
import type { Progress } from './progress';
import { smallDisk, type SmallDisk } from './small-disk';

export type { N8nOwner } from './n8n-template';

/** A running n8n with the package installed, of which everything ends with `stop()`. */
export interface N8nServer {
	url: string;
	/** What the outside world calls begins so: `url`, or the one address of all webhook processors. */
	webhookUrl: string;
	userFolder: string;
	owner: N8nOwner;
	/** Cookie of the owner's session, where somebody has signed in already. */
	session?: string;
	logFile: string;
	/** Ends it and removes its folder (kept with `WECHAT_ODOO_KEEP=1`, to read the log). */
	stop(): Promise<void>;
	/** Ends it at once, as a crash would. `restart()` brings it back. */
	kill(): Promise<void>;
	/** Ends it if it runs and starts it again: same address, same data. */
	restart(): Promise<void>;
	/** The same, with another state of the package in its place. Absent in queue mode. */
	updatePackage?(tarball: string): Promise<void>;
	/** The same, with another version of n8n, which migrates the data. Absent in queue mode. */
	upgrade?(version: string): Promise<void>;
	/** Of the main process, or of the one process there is; another one after a restart. */
	pid(): number | undefined;
	/** Webhook processors and workers; none unless it runs in queue mode. */
	processors: N8nProcessor[];
	/** Its PostgreSQL, where it has one that can be taken away. */
	database?: DatabaseFailover;
	/** Its disk, if it has a separate one. */
	disk?: SmallDisk;
}

export interface N8nOptions {
	/** The package as npm would publish it. */
	tarball: string;
	progress: Progress;
	/** n8n settings over the ones chosen here. */
	env?: Record<string, string>;
	/** An empty database in place of SQLite. */
	database?: PostgresServer;
	/** Size of a separate disk in memory, which can be filled. */
	diskMegabytes?: number;
}

/** Starts a separate, real n8n, with the package installed as a user would. */
export async function startN8n({
	tarball,
	progress,
	env,
	database,
	diskMegabytes,
}: N8nOptions): Promise<N8nServer> {
	const userFolder = await newRunFolder();
	const state = join(userFolder, '.n8n');
	await mkdir(state);
	const disk = diskMegabytes === undefined ? undefined : await smallDisk(state, diskMegabytes);
	const logFile = join(userFolder, 'n8n.log');
	const keep = Boolean(process.env.WECHAT_ODOO_KEEP);
	if (!keep) removeWithThisProcess(userFolder);
	let n8n: N8nProcess | undefined;
	const stop = async () => {
		await n8n?.stop();
		await disk?.remove();
		if (!keep) await rm(userFolder, { recursive: true, force: true });
	};
	cleanUpAtExit(stop);
	try {
		let install = await installN8n(progress);
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
		let restarting: Promise<void> | undefined;
		const startAgain = async () => {
			await n8n?.stop();
			await start();
		};
		// Of two who want it again, the second finds it being started.
		const restart = async () =>
			await (restarting ??= startAgain().finally(() => (restarting = undefined)));
		const updatePackage = async (newer: string) => {
			await n8n?.stop();
			await installPackage(userFolder, newer);
			await restart();
		};
		const upgrade = async (version: string) => {
			install = await installN8n(progress, version);
			await restart();
		};
		return {
			...{
				url,
				webhookUrl: url,
				userFolder,
				owner,
				logFile,
				stop,
				kill,
				restart,
				upgrade,
				updatePackage,
			},
			pid: () => n8n?.pid,
			processors: [],
			...(disk ? { disk } : {}),
		};
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
