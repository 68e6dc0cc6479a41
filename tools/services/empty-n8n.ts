import type { N8nServer } from './n8n';
import { n8nClient, signIn } from './n8n-client';
import type { N8nRest } from './n8n-rest';
import { waitUntil } from './processes';

interface Stored {
	id: string;
	activeVersionId?: string | null;
	isArchived?: boolean;
}

/**
 * Removes all workflows with their executions, credentials, data tables and API keys.
 *
 * @throws Error when something would not go or still runs: that n8n is not to be lent again
 */
export async function emptyN8n(server: N8nServer): Promise<void> {
	const client = await n8nClient(server);
	const rest = await signIn(server);
	for (const { id, activeVersionId, isArchived } of await list(rest, '/rest/workflows')) {
		if (activeVersionId) await client.unpublish(id);
		if (!isArchived) await rest.call('POST', `/rest/workflows/${id}/archive`, {});
	}
	await waitUntil('no execution runs', 20_000, async () => (await client.running()) === 0);
	await removeAll(rest, '/rest/workflows');
	await removeAll(rest, '/rest/credentials');
	await removeAll(rest, '/rest/api-keys');
	const { id } = await rest.call<Stored>('GET', '/rest/projects/personal');
	await removeAll(rest, `/rest/projects/${id}/data-tables`);
}

async function removeAll(rest: N8nRest, path: string): Promise<void> {
	for (const { id } of await list(rest, path)) await rest.call('DELETE', `${path}/${id}`);
}

/** Some of n8n's lists are bare, others have their rows in `data` and a count. */
async function list(rest: N8nRest, path: string): Promise<Stored[]> {
	const answer = await rest.call<Stored[] | { data?: Stored[]; items?: Stored[] }>('GET', path);
	return Array.isArray(answer) ? answer : (answer.data ?? answer.items ?? []);
}
