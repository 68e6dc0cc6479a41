import { odooFields } from '../../tools/services/odoo-fields';
import {
	readTemplate,
	startOrderingStack,
	type OrderingStack,
	type StackOptions,
} from '../../tools/services/ordering-stack';
import type { Template } from '../../tools/package/template-check';
import type { OdooServer } from '../../tools/services/odoo-server';
import { waitUntil } from '../../tools/services/processes';
import { miniProgramFields, shopFields } from './server-api-credentials';

/** The ordering stack with credentials for stock and shipping, and an administrator's for Odoo. */
export async function startStockStack(options: StackOptions): Promise<OrderingStack> {
	const stack = await startOrderingStack(options);
	const { client, sandbox, odoo } = stack;
	const create = async (type: string, fields: object) =>
		await client.createCredential(type, `${type} of stock and shipping`, fields);
	const credentials = {
		wechatMiniProgramApi: await create('wechatMiniProgramApi', miniProgramFields(sandbox)),
		wechatShopApi: await create('wechatShopApi', shopFields(sandbox)),
		odooForWechatApi: await create('odooForWechatApi', administratorFields(odoo)),
	};
	return { ...stack, credentials };
}

/** Only an administrator may make the rule that makes Odoo push. */
const administratorFields = (odoo: OdooServer) => ({
	...odooFields(odoo),
	username: odoo.admin.login,
	apiKey: odoo.admin.password,
	protocol: 'xmlrpc',
});

/** Addresses that Odoo pushes to, of nodes whose rule is named so. */
export async function pushAddresses(
	{ admin }: Pick<OrderingStack, 'admin'>,
	event: string,
): Promise<string[]> {
	const domain = [
		['state', '=', 'webhook'],
		['name', 'like', `n8n ${event}`],
	];
	const rows = await admin.call<Array<{ webhook_url: string }>>(
		'ir.actions.server',
		'search_read',
		[domain, ['webhook_url']],
	);
	return rows.map(({ webhook_url: url }) => url);
}

/** Waits until Odoo pushes to a node that was just published. */
export async function untilPushing(stack: OrderingStack, event: string): Promise<string> {
	let url = '';
	await waitUntil(`Odoo pushes ${event}`, 60_000, async () => {
		[url = ''] = await pushAddresses(stack, event);
		return url !== '';
	});
	return url;
}

type TemplateNode = Template['nodes'][number];

/** A published template whose hourly branch a test runs when it wants to. */
export interface PublishedTemplate {
	id: string;
	/** Resolves when that run has ended. */
	hourly(): Promise<void>;
}

/**
 * Publishes a template, its Odoo Trigger at a test's pace and its schedule turned into a webhook.
 *
 * @param changes what a person changes in nodes, by their names
 */
export async function publishPaced(
	{ client, credentials }: OrderingStack,
	file: string,
	pace: object,
	changes: Record<string, (node: TemplateNode) => TemplateNode> = {},
): Promise<PublishedTemplate> {
	const template = await readTemplate(file);
	const webhook = {
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: {
			httpMethod: 'POST',
			path: `hourly-${file}`.replace('.json', ''),
			responseMode: 'lastNode',
			options: {},
		},
	};
	const nodes = template.nodes.map((node) => {
		if (node.name === 'Every Hour') return { ...node, ...webhook };
		if (node.name !== 'Odoo Trigger') return changes[node.name]?.(node) ?? node;
		return { ...node, parameters: { ...node.parameters, options: pace } };
	});
	const { id, webhookUrls } = await client.importWorkflow({ ...template, nodes }, credentials);
	await client.publish(id);
	const hourly = async () => {
		const response = await fetch(webhookUrls['Every Hour']!, { method: 'POST' });
		const text = await response.text();
		if (response.status === 404) throw new Error(`The run was not started: ${text}`);
	};
	return { id, hourly };
}

/** Odoo Trigger → WeChat Stock: products are named by their Internal Reference. */
export const stockWorkflow = (name: string, options: object) => ({
	name,
	nodes: [
		{
			id: '3b0f2a3e-3333-4333-8333-000000000001',
			name: 'Odoo Trigger',
			type: 'n8n-nodes-wechat-odoo.odooTrigger',
			typeVersion: 2,
			position: [0, 0] as [number, number],
			parameters: { event: 'stockChanged', options },
		},
		{
			id: '3b0f2a3e-3333-4333-8333-000000000002',
			name: 'WeChat Stock',
			type: 'n8n-nodes-wechat-odoo.wechatStock',
			typeVersion: 1,
			position: [200, 0] as [number, number],
			parameters: { resource: 'shopStock', operation: 'set' },
		},
	],
	connections: { 'Odoo Trigger': { main: [[{ node: 'WeChat Stock', type: 'main', index: 0 }]] } },
	settings: { executionOrder: 'v1' },
});
