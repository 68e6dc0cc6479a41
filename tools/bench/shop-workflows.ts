import type { Template } from '../package/template-check';
import type { N8nClient } from '../services/n8n-client';

/** The ways an event is answered that are measured next to each other. */
export const WAYS = ['immediately', 'by the workflow', "n8n's Webhook node"] as const;
export type Way = (typeof WAYS)[number];
type Node = Template['nodes'][number];

const node = (id: string, name: string, type: string, typeVersion: number, parameters: object) =>
	({ id, name, type, typeVersion, position: [0, 0], parameters }) as Node;

const trigger = (acknowledge: string): Node =>
	node(
		'6a4b4d2e-44a5-4b0e-8a5e-c2e5f4f7e1a1',
		'Start',
		'n8n-nodes-wechat-odoo.wechatShopTrigger',
		2,
		{ acknowledge },
	);
const NEXT = node('61f5a3c6-02c3-4a2c-9f0b-6a0de8d2a0b1', 'Next', 'n8n-nodes-base.noOp', 1, {});

const NODES: Record<Way, Node[]> = {
	immediately: [trigger('onReceived'), NEXT],
	'by the workflow': [
		trigger('responseNode'),
		node('6d3a5e0c-7f0a-4e53-b9b1-6f5f1a0f2c77', 'Next', 'n8n-nodes-wechat-odoo.wechatPay', 1, {
			resource: 'notification',
			operation: 'acknowledge',
		}),
	],
	"n8n's Webhook node": [
		node('6c0f4a36-4d5b-4a90-9f9a-7d3d4a8f5b11', 'Start', 'n8n-nodes-base.webhook', 2, {
			httpMethod: 'POST',
			path: 'bench-shop',
			responseMode: 'onReceived',
			options: {},
		}),
		NEXT,
	],
};

/** Imports and publishes the workflow of each way. @returns their production URLs */
export async function publishWays(
	client: N8nClient,
	credentials: Record<string, { id: string; name: string }>,
): Promise<Record<Way, string>> {
	const published: Partial<Record<Way, string>> = {};
	for (const way of WAYS) {
		const { id, webhookUrls } = await client.importWorkflow(
			{
				name: `Shop, answered ${way}`,
				nodes: NODES[way],
				connections: { Start: { main: [[{ node: 'Next', type: 'main', index: 0 }]] } },
				settings: { executionOrder: 'v1' },
			},
			credentials,
		);
		await client.publish(id);
		published[way] = Object.values(webhookUrls)[0] ?? '';
	}
	return published as Record<Way, string>;
}
