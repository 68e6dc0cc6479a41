import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { endGroupWithThisProcess, removeWithThisProcess } from './n8n-guard';
import { freePort, listens } from './ports';
import { cleanUpAtExit, startServer, stopServer, waitUntil } from './processes';
import type { RedisServer } from './redis-server';

/** A `redis-server` on this machine. */
export interface RedisProgram {
	command: string;
	/** Where its libraries lie, when they are not installed; folders with colons between them. */
	libraryPath?: string;
}

/** Runs it on loopback, every change on disk: what n8n has put into the queue survives a crash. */
export async function startRedisProgram({
	command,
	libraryPath,
}: RedisProgram): Promise<RedisServer> {
	const folder = await mkdtemp(join(tmpdir(), `redis-run-${process.pid}-`));
	removeWithThisProcess(folder);
	const port = await freePort();
	const log = join(folder, 'redis.log');
	const child = startServer(
		command,
		['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--appendonly', 'yes'],
		log,
		{ env: { ...process.env, ...(libraryPath ? { LD_LIBRARY_PATH: libraryPath } : {}) } },
	);
	const unguard = child.pid === undefined ? () => {} : endGroupWithThisProcess(child.pid);
	const stop = async () => {
		await stopServer(child, 0);
		unguard();
		await rm(folder, { recursive: true, force: true });
	};
	cleanUpAtExit(stop);
	try {
		await waitUntil('Redis takes connections', 30_000, async () => await listens(port));
	} catch (error) {
		const lines = await readFile(log, 'utf8').catch(() => '');
		await stop();
		throw new Error(`Redis did not start: ${String(error)}\n${lines.slice(-2000)}`);
	}
	return { host: '127.0.0.1', port, stop };
}
