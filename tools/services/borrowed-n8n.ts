import { askLendingDesk } from './lending';
import type { N8nServer } from './n8n';
import type { LentN8n } from './shared-n8n';

/**
 * An n8n of those that the processes of one test run share, empty and with nobody else's workflows;
 * undefined outside of such a run. `stop()` gives it back.
 *
 * @param shared address from `SHARED_N8N`
 */
export async function borrowN8n(shared: string | undefined): Promise<N8nServer | undefined> {
	if (!shared) return undefined;
	const { processId, ...server } = await askLendingDesk<LentN8n>('POST', shared);
	const at = `url=${encodeURIComponent(server.url)}`;
	let pid = processId;
	return {
		...server,
		pid: () => pid,
		processors: [],
		kill: async () => {
			await askLendingDesk('POST', `${shared}/kill?${at}`);
			pid = undefined;
		},
		restart: async () => {
			({ processId: pid } = await askLendingDesk<LentN8n>('POST', `${shared}/restart?${at}`));
		},
		stop: async () => void (await askLendingDesk('DELETE', `${shared}/?${at}`)),
	};
}
