import type { N8nClient } from './n8n-client';
import type { N8nServer } from './n8n';
import { n8nRest } from './n8n-rest';
import { readTemplate, type OrderingStack } from './ordering-stack';

type Where = Pick<OrderingStack, 'credentials'> & {
	client: N8nClient;
	n8n: Pick<N8nServer, 'url' | 'owner'>;
};

/**
 * Publishes the template that retries failed and crashed executions of an ordering workflow.
 *
 * @param everySeconds in place of its minute
 */
export async function publishRetry(
	{ client, credentials, n8n }: Where,
	orderingWorkflowId: string,
	everySeconds: number,
): Promise<void> {
	const template = await readTemplate('retry.json');
	const api = `${n8n.url}/api/v1`;
	const settings = { ordering_workflow_id: orderingWorkflowId, api };
	const interval = [{ field: 'seconds', secondsInterval: everySeconds }];
	const changed: Record<string, object> = {
		'Every Minute': { rule: { interval } },
		Settings: { jsonOutput: JSON.stringify(settings) },
	};
	const fields = { apiKey: await apiKey(n8n), baseUrl: api };
	const n8nApi = await client.createCredential('n8nApi', 'n8n', fields);
	const nodes = template.nodes.map((node) => ({
		...node,
		parameters: { ...node.parameters, ...changed[node.name] },
		// HTTP Request declares no credential: it is one that the person has chosen by its type.
		...(node.name === 'Retry' ? { credentials: { n8nApi } } : {}),
	}));
	const workflow = await client.importWorkflow({ ...template, nodes }, { ...credentials, n8nApi });
	await client.publish(workflow.id);
}

/** A key of the public API, as a person makes it under Settings. */
async function apiKey({ url, owner }: Pick<N8nServer, 'url' | 'owner'>): Promise<string> {
	const rest = n8nRest(url);
	const { email, password } = owner;
	await rest.call('POST', '/rest/login', { emailOrLdapLoginId: email, password });
	const { rawApiKey } = await rest.call<{ rawApiKey: string }>('POST', '/rest/api-keys', {
		label: `retry ${Date.now()}`,
		scopes: ['execution:list', 'execution:read', 'execution:retry'],
		expiresAt: null,
	});
	return rawApiKey;
}
