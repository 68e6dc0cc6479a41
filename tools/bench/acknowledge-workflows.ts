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
	'by the workflow, with a step',
	'by the workflow, with a step, of which a twentieth fails',
] as const;
export type Way = (typeof WAYS)[number];

/** How the order number of a payment begins that fails in the workflow. */
export const FAILING = 'FAIL';

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

/** Fails payments whose order number says so, as a node with an error output does. */
const STEP: Node = {
	id: '7e9d1c2b-3a4f-4b5c-8d6e-9f0a1b2c3d4e',
	name: 'Step',
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	position: [110, 0],
	parameters: {
		mode: 'raw',
		jsonOutput: `={{ $json.out_trade_no.startsWith('${FAILING}') ? { ...$json, error: 'No pricelist' } : $json }}`,
		options: {},
	},
};

const WITH_STEP: Node[] = [trigger('responseNode'), STEP, ACKNOWLEDGE];

const NODES: Record<Way, Node[]> = {
	immediately: [trigger('onReceived'), NO_OPERATION],
	'by the workflow': [trigger('responseNode'), ACKNOWLEDGE],
	'by the workflow, with a step': WITH_STEP,
	'by the workflow, with a step, of which a twentieth fails': WITH_STEP,
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
		const nodes = NODES[way];
		const ends = nodes.slice(1).map(({ name }, at) => {
			const main = [[{ node: name, type: 'main' as const, index: 0 }]];
			return [nodes[at]!.name, { main }];
		});
		const workflow: Template = {
			name: `Answered ${way}`,
			nodes,
			connections: Object.fromEntries(ends) as Template['connections'],
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
