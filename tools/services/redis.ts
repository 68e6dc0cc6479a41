import { IntegrationError } from '../../lib/core/errors';
import { canInstallPackages } from './debian-packages';
import { dockerRuns } from './docker';
import { answers } from './processes';
import type { Progress } from './progress';
import { startRedisInDocker } from './redis-docker';
import { unpackRedis } from './redis-packages';
import { startRedisProgram } from './redis-program';
import { redisFromEnvironment, type RedisServer } from './redis-server';

/**
 * A real Redis for n8n's queue mode: the one that the environment names, or else in Docker, or else
 * the one that this machine has installed, or else the Debian package in a separate folder. It
 * ends with `stop()`, with Ctrl-C and with this process.
 *
 * @throws IntegrationError `NO_REDIS_SERVER` when this machine allows none of them
 */
export async function startRedis(progress: Progress): Promise<RedisServer> {
	const given = redisFromEnvironment(process.env);
	if (given) return given;
	if (await dockerRuns()) return await startRedisInDocker(progress);
	if (await answers('redis-server', ['--version'])) {
		return await startRedisProgram({ command: 'redis-server' });
	}
	if (await canInstallPackages()) return await startRedisProgram(await unpackRedis(progress));
	throw new IntegrationError({
		code: 'NO_REDIS_SERVER',
		message: 'There is no way to start Redis on this machine.',
		likelyCause:
			'No Docker engine is running, no redis-server is installed, and this is not Debian or Ubuntu as root.',
		nextStep:
			'Install redis-server, or name a server in REDIS_URL: redis://user:password@host:port/0.',
	});
}
