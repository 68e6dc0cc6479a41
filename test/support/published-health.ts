import { randomUUID } from 'node:crypto';

import { outputsOf } from '../../tools/services/n8n-executions';
import type { CredentialReference, WorkflowJson } from '../../tools/services/n8n-client';
import { n8nRest } from '../../tools/services/n8n-rest';
import { readTemplate, type OrderingStack } from '../../tools/services/ordering-stack';
import { waitUntil } from '../../tools/services/processes';
import { publishReceiver } from './receiving-stack';
import { miniProgramFields } from './server-api-credentials';

const SCHEDULE = 'Every 15 Minutes';

export interface HealthOptions {
	/** Values in the node Limits over those of the template. */
	limits?: object;
	/** Credentials by type over those of the stack. */
	credentials?: Record<string, CredentialReference>;
	/** Nodes to leave disabled. */
	disabled?: string[];
}

/** The template Health in a real n8n. */
export interface PublishedHealth {
	id: string;
	/** Starts it. @returns the status of n8n's answer */
	start(): Promise<number>;
	/** Runs it. @returns the output of the node Alarms */
	look(): Promise<Record<string, unknown>>;
}

/** The template as it is, but that it starts when it is called, and with every check switched on. */
export async function publishHealth(
	stack: OrderingStack,
	{
		limits = {},
		credentials: others = {},
		disabled = ['Send E-Mail', 'Heartbeat'],
	}: HealthOptions = {},
): Promise<PublishedHealth> {
	const template = await readTemplate('health.json');
	const path = randomUUID();
	const { notifyUrl } = await publishReceiver(stack, { acknowledge: 'onReceived' });
	const nodes = template.nodes.map((node) => {
		if (node.name === 'Limits') {
			const known = JSON.parse(String(node.parameters.jsonOutput)) as object;
			const jsonOutput = JSON.stringify({ ...known, notify_url: notifyUrl, ...limits });
			return { ...node, parameters: { ...node.parameters, jsonOutput } };
		}
		if (node.name !== SCHEDULE) return { ...node, disabled: disabled.includes(node.name) };
		const parameters = { httpMethod: 'POST', path, options: {} };
		return { ...node, type: 'n8n-nodes-base.webhook', typeVersion: 2, parameters };
	});
	const settings = { ...template.settings, saveDataSuccessExecution: 'all' };
	const { client, n8n, sandbox, credentials } = stack;
	const fields = { apiKey: await apiKey(stack), baseUrl: `${n8n.url}/api/v1` };
	const workflow = await client.importWorkflow({ ...template, nodes, settings } as WorkflowJson, {
		...credentials,
		n8nApi: await client.createCredential('n8nApi', 'n8n', fields),
		wechatMiniProgramApi: await client.createCredential(
			'wechatMiniProgramApi',
			'Mini program',
			miniProgramFields(sandbox),
		),
		...others,
	});
	await client.publish(workflow.id);
	const url = Object.values(workflow.webhookUrls)[0] ?? '';
	const looked = new Set<string>();
	const start = async () => (await fetch(url, { method: 'POST' })).status;
	const look = async () => {
		await start();
		let found: Record<string, unknown> | undefined;
		// Without Odoo, one of its steps tries for half a minute.
		await waitUntil('the health execution has ended', 600_000, async () => {
			const [newest] = await client.executions(workflow.id);
			if (!newest || newest.status === 'running' || looked.has(newest.id)) return false;
			const execution = await client.execution(newest.id);
			if (execution.error) throw new Error(execution.error);
			found = outputsOf(execution, 'Alarms')[0]?.[0];
			if (found) looked.add(newest.id);
			return found !== undefined;
		});
		return found ?? {};
	};
	return { id: workflow.id, start, look };
}

/** A key of the public API, as a person makes it under Settings. */
async function apiKey({ n8n: { url, owner } }: OrderingStack): Promise<string> {
	const rest = n8nRest(url);
	const login = { emailOrLdapLoginId: owner.email, password: owner.password };
	await rest.call('POST', '/rest/login', login);
	const made = await rest.call<{ rawApiKey: string }>('POST', '/rest/api-keys', {
		label: `health ${randomUUID()}`,
		scopes: ['execution:list', 'execution:read'],
		expiresAt: null,
	});
	return made.rawApiKey;
}
