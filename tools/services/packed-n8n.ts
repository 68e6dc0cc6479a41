import { borrowN8n } from './borrowed-n8n';
import { startN8n, type N8nServer } from './n8n';
import { packTarball } from './pack';
import type { Progress } from './progress';

/** An n8n with the packed package: one that a test run lends, or else a separate server. */
export async function startPackedN8n(progress: Progress): Promise<N8nServer> {
	const borrowed = await borrowN8n(process.env.SHARED_N8N);
	return borrowed ?? (await startN8n({ tarball: await packTarball(progress), progress }));
}
