import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { IntegrationError } from '../../lib/core/errors';
import { cacheFolder } from './cache';
import { caddyfileFor } from './caddyfile';
import { canInstallPackages } from './debian-packages';
import { endGroupWithThisProcess, removeWithThisProcess } from './n8n-guard';
import { freePort, listens } from './ports';
import { answers, cleanUpAtExit, runToEnd, startServer, stopServer, waitUntil } from './processes';
import type { Progress } from './progress';
import { unpackPackage } from './unpack-package';

/** The public side of an n8n: the proxy of `docker-compose.yml`. */
export interface Front {
	/** Where notifications are received. */
	url: string;
	stop(): Promise<void>;
}

/**
 * A real Caddy with the settings of `docker-compose.yml`, before an n8n on this machine.
 *
 * @param n8n address of the n8n
 * @throws IntegrationError `NO_CADDY` when this machine has none and cannot install one
 */
export async function startFront(n8n: string, progress: Progress): Promise<Front> {
	const command = await caddyCommand(progress);
	const version = await runToEnd(command, ['version']);
	const compose = await readFile(join(__dirname, '..', '..', 'docker-compose.yml'), 'utf8');
	const folder = await mkdtemp(join(tmpdir(), `caddy-run-${process.pid}-`));
	removeWithThisProcess(folder);
	const port = await freePort();
	const config = join(folder, 'Caddyfile');
	await writeFile(config, caddyfileFor(compose, { port, n8n, version }));
	const log = join(folder, 'caddy.log');
	const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
	const child = startServer(command, ['run', '--adapter', 'caddyfile', '--config', config], log, {
		env,
	});
	const unguard = child.pid === undefined ? () => {} : endGroupWithThisProcess(child.pid);
	const stop = async () => {
		await stopServer(child, 2000);
		unguard();
		await rm(folder, { recursive: true, force: true });
	};
	cleanUpAtExit(stop);
	try {
		await waitUntil('Caddy takes connections', 30_000, async () => await listens(port));
	} catch (error) {
		const lines = await readFile(log, 'utf8').catch(() => '');
		await stop();
		throw new Error(`Caddy did not start: ${String(error)}\n${lines.slice(-2000)}`);
	}
	return { url: `http://127.0.0.1:${port}`, stop };
}

async function caddyCommand(progress: Progress): Promise<string> {
	if (await answers('caddy', ['version'])) return 'caddy';
	if (await canInstallPackages()) {
		const folder = cacheFolder('caddy');
		await unpackPackage('caddy', folder, progress);
		return join(folder, 'usr', 'bin', 'caddy');
	}
	throw new IntegrationError({
		code: 'NO_CADDY',
		message: 'There is no way to start Caddy on this machine.',
		likelyCause: 'Caddy is not installed, and this is not Debian or Ubuntu as root.',
		nextStep: 'Install Caddy so that the command caddy is found.',
	});
}
