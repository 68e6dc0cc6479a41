import { createSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import type { N8nServer } from '../../tools/services/n8n';
import { n8nClient, type N8nClient, type WorkflowJson } from '../../tools/services/n8n-client';
import { startN8nQueue, type QueueSize } from '../../tools/services/n8n-queue';
import { packTarball } from '../../tools/services/pack';
import { startPackedN8n } from '../../tools/services/packed-n8n';
import { progressFor } from '../../tools/services/progress';

/** A real n8n with the packed package, and the WeChat double that notifies it. No Odoo. */
export interface ReceivingStack {
	sandbox: Sandbox;
	n8n: N8nServer;
	client: N8nClient;
	stop(): Promise<void>;
}

/** @param queue n8n in queue mode with so many processes; one process when absent */
export async function startReceivingStack(
	options?: SandboxOptions,
	queue?: QueueSize,
): Promise<ReceivingStack> {
	const progress = progressFor('n8n');
	const sandbox = await createSandbox(options);
	try {
		const n8n = queue
			? await startN8nQueue({ tarball: await packTarball(progress), progress }, queue)
			: await startPackedN8n(progress);
		const stop = async () => {
			await sandbox.stop();
			await n8n.stop();
		};
		return { sandbox, n8n, client: await n8nClient(n8n), stop };
	} catch (error) {
		await sandbox.stop();
		throw error;
	}
}

export const TRIGGER = 'WeChat Pay Trigger';

export interface ReceiverOptions {
	/** Fields of the WeChat Pay credential other than the sandbox's. */
	credential?: object;
	/** A node between the trigger and the acknowledgement, and its credentials by type. */
	between?: object;
	credentials?: Record<string, { id: string; name: string }>;
}

/** Publishes a workflow of its own: the trigger, maybe a node in between, Acknowledge Notification. */
export async function publishReceiver(
	{ client, sandbox }: Pick<ReceivingStack, 'client' | 'sandbox'>,
	parameters: object,
	{ credential = {}, between, credentials = {} }: ReceiverOptions = {},
): Promise<{ id: string; notifyUrl: string }> {
	const fields = { ...sandbox.credential, ...credential };
	const reference = await client.createCredential('wechatPayApi', 'WeChat Pay', fields);
	const workflow = await client.importWorkflow(receiver(parameters, between), {
		...credentials,
		wechatPayApi: reference,
	});
	await client.publish(workflow.id);
	const [notifyUrl] = Object.values(workflow.webhookUrls);
	if (!notifyUrl) throw new Error('The workflow has no webhook');
	return { id: workflow.id, notifyUrl };
}

function receiver(parameters: object, between?: object): WorkflowJson {
	const after = between ? 'Between' : 'Acknowledge';
	const to = (node: string) => [{ node, type: 'main', index: 0 }];
	const common = { typeVersion: 1, position: [0, 0] };
	const nodes = [
		{
			...common,
			id: '5c1f2a3e-1111-4111-8111-000000000001',
			name: TRIGGER,
			type: 'n8n-nodes-wechat-odoo.wechatPayTrigger',
			typeVersion: 2,
			parameters,
		},
		...(between
			? [{ ...common, id: '5c1f2a3e-1111-4111-8111-000000000002', name: 'Between', ...between }]
			: []),
		{
			...common,
			id: '5c1f2a3e-1111-4111-8111-000000000003',
			name: 'Acknowledge',
			type: 'n8n-nodes-wechat-odoo.wechatPay',
			parameters: { resource: 'notification', operation: 'acknowledge' },
		},
	];
	const connections = {
		[TRIGGER]: { main: [to(after), to(after)] },
		...(between ? { Between: { main: [to('Acknowledge')] } } : {}),
	};
	return { name: 'Receiver', nodes, connections } as unknown as WorkflowJson;
}
