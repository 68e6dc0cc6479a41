import { createSandbox } from '../../sandbox';
import { startN8n } from '../../scripts/services/n8n';
import { n8nClient, type N8nClient } from '../../scripts/services/n8n-client';
import { packTarball } from '../../scripts/services/pack';
import { progressFor } from '../../scripts/services/progress';
import type { Template } from '../../scripts/template-check';
import { burst, type Burst } from './burst';
import { median, percentile, type Metric } from './metric';

const CALLBACKS = 200;
const ROUNDS = 5;

/**
 * 200 callbacks at once into a real n8n with the recommended engine setting: our trigger, which
 * verifies and decrypts each, beside n8n's own Webhook node, which does neither. Both answer when
 * the execution is stored. The rounds alternate, so that a slow moment hits both.
 */
export async function run(): Promise<Metric[]> {
	const progress = progressFor('bench ack');
	const sandbox = await createSandbox();
	const n8n = await startN8n({ tarball: await packTarball(progress), progress });
	try {
		const client = await n8nClient(n8n);
		const credentials = {
			wechatPayApi: await client.createCredential('wechatPayApi', 'Bench', {
				...sandbox.credential,
			}),
		};
		const ours = await publish(client, triggerWorkflow(), credentials);
		const theirs = await publish(client, webhookWorkflow(), {});
		const callbacks = () =>
			Array.from({ length: CALLBACKS }, () =>
				sandbox.prepareNotification(sandbox.pay({ total: 9900, attach: 'TEE-RED-M@9900' })),
			);
		const rounds: Record<'ours' | 'theirs', Burst[]> = { ours: [], theirs: [] };
		for (let round = 0; round <= ROUNDS; round += 1) {
			progress(round === 0 ? 'warming up' : `round ${round} of ${ROUNDS}`);
			const one = await burst(ours, callbacks());
			await settle(client);
			const other = await burst(theirs, callbacks());
			await settle(client);
			if (round === 0) continue;
			rounds.ours.push(one);
			rounds.theirs.push(other);
		}
		return metrics(rounds.ours, rounds.theirs);
	} finally {
		await n8n.stop();
		await sandbox.stop();
	}
}

function metrics(ours: Burst[], theirs: Burst[]): Metric[] {
	const refused = [...ours, ...theirs].flatMap(({ statuses }) => statuses.filter((s) => s !== 200));
	const p99 = (rounds: Burst[]) =>
		Math.round(median(rounds.map(({ latencies }) => percentile(latencies, 0.99))));
	const rate = (rounds: Burst[]) => Math.round(median(rounds.map((round) => round.rate)));
	const ratios = ours.map((one, round) => one.rate / (theirs[round]?.rate ?? Number.NaN));
	return [
		{
			metric: 'WeChat Pay Trigger, 200 at once: p99',
			value: p99(ours),
			unit: 'ms',
			goal: { below: 2000 },
		},
		{ metric: "n8n's Webhook node, 200 at once: p99", value: p99(theirs), unit: 'ms' },
		{ metric: 'WeChat Pay Trigger: acknowledgements a second', value: rate(ours), unit: '/s' },
		{ metric: "n8n's Webhook node: answers a second", value: rate(theirs), unit: '/s' },
		{
			metric: 'rate beside the Webhook node, median of rounds',
			value: Number(median(ratios).toFixed(2)),
			unit: 'x',
			goal: { atLeast: 2 },
		},
		{ metric: 'answers other than 200', value: refused.length, unit: '', goal: { below: 1 } },
	];
}

/** Executions go on after the answer: the next burst starts when they have ended. */
async function settle(client: N8nClient): Promise<void> {
	while ((await client.running()) > 0) await new Promise((resolve) => setTimeout(resolve, 250));
}

async function publish(
	client: N8nClient,
	workflow: Template,
	credentials: Record<string, { id: string; name: string }>,
): Promise<string> {
	const { id, webhookUrls } = await client.importWorkflow(workflow, credentials);
	await client.publish(id);
	const [url] = Object.values(webhookUrls);
	if (!url) throw new Error('n8n gave no webhook address');
	return url;
}

const workflowOf = (name: string, trigger: Template['nodes'][number]): Template => ({
	name,
	nodes: [
		trigger,
		{
			id: 'f0f5a3c6-02c3-4a2c-9f0b-6a0de8d2a0b1',
			name: 'No Operation',
			type: 'n8n-nodes-base.noOp',
			typeVersion: 1,
			position: [220, 0],
			parameters: {},
		},
	],
	connections: { [trigger.name]: { main: [[{ node: 'No Operation', type: 'main', index: 0 }]] } },
	settings: { executionOrder: 'v1' },
});

const triggerWorkflow = (): Template =>
	workflowOf('Bench: WeChat Pay Trigger', {
		id: '5a4b4d2e-44a5-4b0e-8a5e-c2e5f4f7e1a1',
		name: 'WeChat Pay Trigger',
		type: 'n8n-nodes-wechat-odoo.wechatPayTrigger',
		typeVersion: 2,
		position: [0, 0],
		parameters: { acknowledge: 'onReceived' },
	});

const webhookWorkflow = (): Template =>
	workflowOf('Bench: Webhook', {
		id: '0c0f4a36-4d5b-4a90-9f9a-7d3d4a8f5b11',
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		position: [0, 0],
		parameters: { httpMethod: 'POST', path: 'bench', responseMode: 'onReceived', options: {} },
	});
