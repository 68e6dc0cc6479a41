import type { N8nClient } from '../services/n8n-client';
import type { Template } from '../package/template-check';

type Node = Template['nodes'][number];
type Credentials = Record<string, { id: string; name: string }>;

/** The ways a callback is answered that are measured beside each other. */
export const WAYS = [
	'immediately',
	'by the workflow',
	"n8n's Webhook node",
	"n8n's Webhook node with Header Auth",
] as const;
export type Way = (typeof WAYS)[number];

const NO_OPERATION: Node = {
	id: 'f0f5a3c6-02c3-4a2c-9f0b-6a0de8d2a0b1',
	name: 'Next',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	position: [220, 0],
	parameters: {},
};

const ACKNOWLEDGE: Node = {
	id: '8d3a5e0c-7f0a-4e53-b9b1-6f5f1a0f2c77',
	name: 'Next',
	type: 'n8n-nodes-wechat-odoo.wechatPay',
	typeVersion: 1,
	position: [220, 0],
	parameters: { resource: 'notification', operation: 'acknowledge' },
};

const trigger = (acknowledge: string): Node => ({
	id: '5a4b4d2e-44a5-4b0e-8a5e-c2e5f4f7e1a1',
	name: 'Start',
	type: 'n8n-nodes-wechat-odoo.wechatPayTrigger',
	typeVersion: 2,
	position: [0, 0],
	parameters: { acknowledge },
});

const WEBHOOK: Node = {
	id: '0c0f4a36-4d5b-4a90-9f9a-7d3d4a8f5b11',
	name: 'Start',
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2,
	position: [0, 0],
	parameters: { httpMethod: 'POST', path: 'bench', responseMode: 'onReceived', options: {} },
};

/** As ours it has a credential, which n8n looks up for every run, and asks who is calling. */
const AUTHENTICATED: Node = {
	...WEBHOOK,
	parameters: { ...WEBHOOK.parameters, path: 'bench-authenticated', authentication: 'headerAuth' },
};

const NODES: Record<Way, [Node, Node]> = {
	immediately: [trigger('onReceived'), NO_OPERATION],
	'by the workflow': [trigger('responseNode'), ACKNOWLEDGE],
	"n8n's Webhook node": [WEBHOOK, NO_OPERATION],
	"n8n's Webhook node with Header Auth": [AUTHENTICATED, NO_OPERATION],
};

export interface PublishedWay {
	workflowId: string;
	/** Production address. */
	url: string;
}

/** Imports and publishes the workflow of each way. */
export async function publishWays(
	client: N8nClient,
	credentials: Credentials,
): Promise<Record<Way, PublishedWay>> {
	const published: Partial<Record<Way, PublishedWay>> = {};
	for (const way of WAYS) {
		const [first, next] = NODES[way];
		const workflow: Template = {
			name: `Answered ${way}`,
			nodes: [first, next],
			connections: { [first.name]: { main: [[{ node: next.name, type: 'main', index: 0 }]] } },
			settings: { executionOrder: 'v1' },
		};
		const { id, webhookUrls } = await client.importWorkflow(workflow, credentials);
		await client.publish(id);
		const [url] = Object.values(webhookUrls);
		if (!url) throw new Error(`${workflow.name} has no webhook`);
		published[way] = { workflowId: id, url };
	}
	return published as Record<Way, PublishedWay>;
}
