import { IntegrationError } from '../../lib/core/errors';
import { debianIsPossible } from './debian-root';
import { dockerRuns } from './docker';
import { startPostgresOnDebian } from './postgres-debian';
import { startPostgresInDocker } from './postgres-docker';
import { postgresFromEnvironment, type PostgresServer } from './postgres-server';
import type { Progress } from './progress';

/**
 * A real PostgreSQL with an empty database, for n8n: the one that the environment names, or else in
 * Docker, or else the Debian packages that Odoo 19 brings along. It ends with `stop()`, with Ctrl-C
 * and with this process.
 *
 * @throws IntegrationError `NO_POSTGRES_SERVER` when this machine allows none of the three
 */
export async function startPostgres(progress: Progress): Promise<PostgresServer> {
	const given = postgresFromEnvironment(process.env);
	if (given) return given;
	if (await dockerRuns()) return await startPostgresInDocker(progress);
	if (await debianIsPossible()) return await startPostgresOnDebian(progress);
	throw new IntegrationError({
		code: 'NO_POSTGRES_SERVER',
		message: 'There is no way to start PostgreSQL on this machine.',
		likelyCause:
			'No Docker engine is running, and this is not Debian or Ubuntu as root, with the right to mount.',
		nextStep:
			'Name an empty database in POSTGRES_URL: postgres://user:password@host:port/database.',
	});
}
