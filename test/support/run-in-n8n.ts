import { randomUUID } from 'node:crypto';

import type { N8nClient, WorkflowJson } from '../../tools/services/n8n-client';

type Json = Record<string, unknown>;
type Credentials = NonNullable<Parameters<N8nClient['importWorkflow']>[1]>;

/** A node of the package as a step of a workflow. */
export interface Step {
	/** Without the package's name, e.g. `wechatPay`. */
	type: string;
	/** Expressions read what was posted under `$json.body`. */
	parameters: object;
}

/**
 * Publishes Webhook → the step in a real n8n. What the step gives is the answer to the webhook; an
 * error becomes an item with `error`.
 *
 * @returns posts a body and hands back the step's items
 */
export async function publishStep(
	client: N8nClient,
	{ type, parameters }: Step,
	credentials: Credentials,
): Promise<(body: Json) => Promise<Json[]>> {
	const webhook = { httpMethod: 'POST', path: randomUUID(), options: {} };
	const answer = { responseMode: 'lastNode', responseData: 'allEntries' };
	const workflow = {
		name: `Run ${type}`,
		nodes: [
			{
				id: '7d0f2a3e-2222-4222-8222-000000000001',
				name: 'Webhook',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				position: [0, 0],
				parameters: { ...webhook, ...answer },
			},
			{
				id: '7d0f2a3e-2222-4222-8222-000000000002',
				name: 'Step',
				type: `n8n-nodes-wechat-odoo.${type}`,
				typeVersion: 1,
				position: [200, 0],
				parameters,
				onError: 'continueRegularOutput',
				alwaysOutputData: true,
			},
		],
		connections: { Webhook: { main: [[{ node: 'Step', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
	const { id, webhookUrls } = await client.importWorkflow(workflow as WorkflowJson, credentials);
	await client.publish(id);
	const url = Object.values(webhookUrls)[0] ?? '';
	return async (body) => {
		const headers = { 'content-type': 'application/json' };
		const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
		const text = await response.text();
		if (!response.ok) throw new Error(`n8n answered ${response.status}: ${text.slice(0, 300)}`);
		return [JSON.parse(text) as Json | Json[]].flat();
	};
}
