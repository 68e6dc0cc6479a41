import { cp, mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';

import { n8nEnvironment } from './n8n-environment';
import { removeWithThisProcess } from './n8n-guard';
import type { N8nInstall } from './n8n-install';
import { startN8nProcess, type N8nProcess } from './n8n-process';
import { newRunFolder } from './n8n-runs';
import { freePort } from './ports';
import { cleanUpAtExit } from './processes';

export type ProcessorRole = 'webhook' | 'worker';

/** A webhook processor or worker of an n8n in queue mode. */
export interface N8nProcessor {
	role: ProcessorRole;
	url: string;
	/** Of its process; another one after a restart. */
	pid(): number | undefined;
	/** Ends it at once, as a crash would. */
	kill(): Promise<void>;
	/** Ends it if it runs and starts it again, at the same address. */
	restart(): Promise<void>;
	stop(): Promise<void>;
}

/**
 * Starts one more process of an n8n: with a folder of its own, the main process' encryption key and
 * its installed packages.
 *
 * @param mainFolder user folder of the main process
 * @param env database, queue and whatever else the main process was given
 * @param args after the role, e.g. `--concurrency=10`
 */
export async function startN8nProcessor(
	role: ProcessorRole,
	install: N8nInstall,
	mainFolder: string,
	env: Record<string, string>,
	args: string[] = [],
): Promise<N8nProcessor> {
	const userFolder = await newRunFolder();
	const keep = Boolean(process.env.WECHAT_ODOO_KEEP);
	if (!keep) removeWithThisProcess(userFolder);
	const own = join(userFolder, '.n8n');
	await mkdir(own);
	await cp(join(mainFolder, '.n8n', 'config'), join(own, 'config'));
	await symlink(join(mainFolder, '.n8n', 'nodes'), join(own, 'nodes'));
	const port = await freePort();
	const settings = {
		userFolder,
		port,
		brokerPort: await freePort(),
		nodeBinFolder: install.node.binFolder,
	};
	const health = { QUEUE_HEALTH_CHECK_ACTIVE: 'true', QUEUE_HEALTH_CHECK_PORT: String(port) };
	const environment = n8nEnvironment(settings, process.env, { ...env, ...health });
	const log = join(userFolder, 'n8n.log');
	let running: N8nProcess | undefined;
	const start = async () => {
		running = await startN8nProcess(install, environment, log, [role, ...args]);
	};
	const stop = async () => {
		await running?.stop();
		if (!keep) await rm(userFolder, { recursive: true, force: true });
	};
	cleanUpAtExit(stop);
	await start();
	return {
		role,
		url: `http://127.0.0.1:${port}`,
		pid: () => running?.pid,
		stop,
		kill: async () => await running?.kill(),
		restart: async () => {
			await running?.stop();
			await start();
		},
	};
}
