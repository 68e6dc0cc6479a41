import { cacheFolder, describeInstall } from './cache';
import { startN8n } from './n8n';
import { N8N_VERSION } from './n8n-install';
import { describeRuns, removeDeadRuns } from './n8n-runs';
import { nodeFolder } from './node-runtime';
import { packTarball } from './pack';
import type { Service } from './service';

/** n8n with this package installed, as `npm run services` sees it. */
export const n8nService: Service = {
	name: 'n8n',
	start: async (progress) => {
		const tarball = await packTarball(progress);
		const { url, owner, logFile } = await startN8n({ tarball, progress });
		return [url, `owner ${owner.email} / ${owner.password}`, `log ${logFile}`];
	},
	installed: async () => {
		const n8n = cacheFolder(`n8n-${N8N_VERSION}`);
		return [
			...(await describeInstall(n8n, `n8n ${N8N_VERSION}`)),
			...(await describeInstall(`${n8n}-template`, 'prepared database')),
			...(await describeInstall(nodeFolder(), 'Node')),
		];
	},
	running: describeRuns,
	removeLeftovers: removeDeadRuns,
};
