import { randomBytes } from 'node:crypto';

import { docker, dockerName, ownerLabel, pullOnce, removeDeadContainers } from './docker';
import { whenThisProcessEnds } from './n8n-guard';
import { ODOO } from './odoo-versions';
import { freePort } from './ports';
import { POSTGRES_LOGIN, type PostgresServer } from './postgres-server';
import { answers, cleanUpAtExit, waitUntil } from './processes';
import type { Progress } from './progress';

/** The official image, the same one that serves Odoo 19. */
export async function startPostgresInDocker(progress: Progress): Promise<PostgresServer> {
	await removeDeadContainers();
	const image = ODOO['19'].images.postgres;
	await pullOnce(image, progress);
	const name = dockerName('postgres', process.pid, randomBytes(3).toString('hex'));
	const release = whenThisProcessEnds('docker rm --force --volumes "$1"', name);
	const stop = async () => {
		await docker(['rm', '--force', '--volumes', name]).catch(() => '');
		release();
	};
	cleanUpAtExit(stop);
	const port = await freePort();
	const { user, password, database } = POSTGRES_LOGIN;
	const settings = [`POSTGRES_USER=${user}`, `POSTGRES_PASSWORD=${password}`].flatMap((one) => [
		'--env',
		one,
	]);
	const publish = ['--publish', `127.0.0.1:${port}:5432`];
	await docker([
		'run',
		'--detach',
		'--name',
		name,
		...ownerLabel(),
		...settings,
		...publish,
		image,
	]);
	// While it sets its data up it answers inside the container only.
	const probe = ['exec', name, 'pg_isready', '-h', '127.0.0.1', '-U', user, '-d', database];
	await waitUntil('PostgreSQL is ready', 60_000, async () => await answers('docker', probe));
	const failover = {
		kill: async () => void (await docker(['kill', name])),
		start: async () => {
			await docker(['start', name]);
			await waitUntil('PostgreSQL is back', 60_000, async () => await answers('docker', probe));
		},
	};
	return { host: '127.0.0.1', port, ...POSTGRES_LOGIN, failover, stop };
}
