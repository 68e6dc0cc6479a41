import { borrowN8n } from './borrowed-n8n';
import { startN8n, type N8nServer } from './n8n';
import { n8nFromEnvironment } from './n8n-address';
import { packTarball } from './pack';
import type { Progress } from './progress';

/**
 * An n8n with the packed package: the one that the environment names, or one that a test run lends, or else a
 * separate server.
 */
export async function startPackedN8n(progress: Progress): Promise<N8nServer> {
	const given = n8nFromEnvironment(process.env);
	if (given) {
		progress(`using the n8n at ${given.url}`);
		return given;
	}
	const borrowed = await borrowN8n(process.env.SHARED_N8N);
	return borrowed ?? (await startN8n({ tarball: await packTarball(progress), progress }));
}
