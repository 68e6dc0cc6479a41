import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { inRoot } from './debian-root';
import { removeWithThisProcess } from './n8n-guard';
import { installOdooOnDebian } from './odoo-debian-install';
import { newRunFolder, removeDeadRuns, removeRunFolder } from './odoo-runs';
import { freePort, listens } from './ports';
import { POSTGRES_LOGIN, type PostgresServer } from './postgres-server';
import { SERVE_DATABASE, supervisedDatabase } from './postgres-supervised';
import { cleanUpAtExit, startServer, stopServer, waitUntil } from './processes';
import type { Progress } from './progress';

/** A new cluster in `$1` that takes any password on port `$2` of the loopback address. */
const SERVE_SCRIPT = [
	'set -e',
	'PATH=$(echo /usr/lib/postgresql/*/bin):$PATH',
	'run=$1 port=$2 user=$3',
	'initdb -D "$run/pgdata" -U "$user" -A trust -E UTF8 --locale=C.UTF-8 >/dev/null',
	SERVE_DATABASE,
	'serve_database "$run" -D "$run/pgdata" -k "$run" -c listen_addresses=127.0.0.1 -c port="$port"',
].join('\n');

/** The PostgreSQL in the root folder of Odoo 19, with a new cluster. */
export async function startPostgresOnDebian(progress: Progress): Promise<PostgresServer> {
	const root = await installOdooOnDebian('19', progress);
	await removeDeadRuns(root);
	const run = await newRunFolder(root);
	removeWithThisProcess(run.path);
	const port = await freePort();
	const log = join(run.path, 'postgres.log');
	const command = ['bash', '-c', SERVE_SCRIPT, 'serve', run.inside, String(port)];
	const child = startServer(...inRoot(root, 'odoo', [...command, POSTGRES_LOGIN.user]), log);
	const stop = async () => {
		await stopServer(child, 0);
		await removeRunFolder(run.path);
	};
	cleanUpAtExit(stop);
	try {
		await waitUntil('PostgreSQL takes connections', 30_000, async () => await listens(port));
	} catch (error) {
		const logs = [log, join(run.path, 'database.log')];
		const texts = logs.map(async (one) => await readFile(one, 'utf8').catch(() => ''));
		const lines = (await Promise.all(texts)).join('');
		await stop();
		throw new Error(`PostgreSQL did not start: ${String(error)}\n${lines.slice(-2000)}`);
	}
	const failover = supervisedDatabase(run.path, async () => await listens(port));
	return { host: '127.0.0.1', port, ...POSTGRES_LOGIN, failover, stop };
}
