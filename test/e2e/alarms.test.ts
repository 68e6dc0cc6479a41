import { randomUUID } from 'node:crypto';

import { odooFields } from '../../tools/services/odoo-fields';
import type { WorkflowJson } from '../../tools/services/n8n-client';
import { signIn } from '../../tools/services/n8n-client';
import {
	readTemplate,
	startOrderingStack,
	type OrderingStack,
} from '../../tools/services/ordering-stack';
import { waitUntil } from '../../tools/services/processes';
import { publishHealth } from '../support/published-health';
import { openSecondChannel, type SecondChannel } from '../support/second-channel';
import { runSql } from '../../tools/services/odoo-python';

let stack: OrderingStack;
let channel: SecondChannel;

beforeAll(async () => {
	channel = await openSecondChannel();
	stack = await startOrderingStack({
		products: [{ sku: 'TEE-RED-M', name: 'Red tee, M', price: 99, stock: 5 }],
	});
}, 1_800_000);

afterAll(async () => {
	channel?.stop();
	await stack?.stop();
}, 60_000);

/** Nothing listens there. */
const odooThatIsDown = async () =>
	await stack.client.createCredential('odooForWechatApi', 'Odoo that is down', {
		...odooFields(stack.odoo),
		url: 'http://127.0.0.1:9',
	});

const toDos = async () =>
	await stack.admin.call<Array<{ summary: string; note: string }>>('mail.activity', 'search_read', [
		[['summary', 'like', 'WeChat orders:']],
		['summary', 'note'],
	]);

const arrived = async (from: number) => {
	await waitUntil('a message arrives', 60_000, async () => channel.messages.length > from);
	return channel.messages.slice(from);
};

it('tells by message that Odoo is down, once an hour, and asks it only once', async () => {
	const health = await publishHealth(stack, {
		limits: { message_url: channel.messageUrl },
		credentials: { odooForWechatApi: await odooThatIsDown() },
	});
	const before = channel.messages.length;
	await health.look();
	const [message] = await arrived(before);
	expect(message).toContain('WeChat orders: odoo');
	expect(message).toContain('Odoo could not be asked');
	// Nothing follows: no second step has asked and failed.
	expect(message).toMatch(/No activity could be created in Odoo\.$/);
	expect(message?.match(/could not/g)).toHaveLength(1);
	const hour = new Date().getHours();
	await health.look();
	if (new Date().getHours() === hour) expect(channel.messages).toHaveLength(before + 1);
}, 400_000);

it('asks for a new API key 14 and 3 days before its end, and tells by message when it has ended', async () => {
	const health = await publishHealth(stack, { limits: { message_url: channel.messageUrl } });
	const end = async (interval: string) =>
		await runSql(
			stack,
			`UPDATE res_users_apikeys SET expiration_date = now() at time zone 'utc' + interval '${interval}'`,
		);
	const before = channel.messages.length;
	try {
		await end('13 days 1 hour');
		expect(await health.look()).toMatchObject({
			key_days: 13,
			alarms: [{ check: 'odoo_key', urgent: false }],
		});
		await health.look();
		await end('2 days 1 hour');
		expect(await health.look()).toMatchObject({ alarms: [{ check: 'odoo_key', urgent: true }] });
		const asked = (await toDos()).filter(({ summary }) => summary.endsWith(': odoo_key'));
		expect(asked).toHaveLength(2);
		expect(asked[0]?.note).toContain('Add API Key');
		expect(await arrived(before)).toEqual([expect.stringContaining('expires in 2 days')]);
		await end('-1 hour');
		await health.look();
		const [, ended] = channel.messages.slice(before);
		expect(ended).toContain('Odoo could not be asked');
	} finally {
		await runSql(stack, 'UPDATE res_users_apikeys SET expiration_date = NULL');
	}
}, 600_000);

it('tells by message and by to-do that WeChat refuses the token', async () => {
	const health = await publishHealth(stack, { limits: { message_url: channel.messageUrl } });
	const path = '/wxa/sec/order/is_trade_managed';
	stack.sandbox.faults.add({ kind: 'refusal', errcode: 40164, path });
	const before = channel.messages.length;
	await health.look();
	const [message] = await arrived(before);
	expect(message).toContain('Mini program:');
	expect(message).not.toContain('No activity could be created');
	expect(await toDos()).toContainEqual(
		expect.objectContaining({ summary: expect.stringContaining('token') }),
	);
}, 240_000);

it('tells by message that n8n’s disk has less room than the limit', async () => {
	const limits = { message_url: channel.messageUrl, free_disk_mb: 1_000_000_000 };
	const health = await publishHealth(stack, { limits });
	const before = channel.messages.length;
	const { alarms } = await health.look();
	expect(alarms).toContainEqual(expect.objectContaining({ check: 'disk', urgent: true }));
	const [message] = await arrived(before);
	expect(message).toMatch(/n8n’s disk has \d+ MB left/);
}, 240_000);

it('beats for an outside monitor after each check, and mails where a mail server was chosen', async () => {
	const smtp = { host: '127.0.0.1', port: channel.smtpPort, secure: false, disableStartTls: true };
	const health = await publishHealth(stack, {
		limits: { email: 'ops@example.com', heartbeat_url: channel.heartbeatUrl },
		credentials: {
			odooForWechatApi: await odooThatIsDown(),
			smtp: await stack.client.createCredential('smtp', 'Mail', smtp),
		},
		disabled: ['Send Message'],
	});
	const beats = channel.heartbeats();
	await health.look();
	await waitUntil('a mail arrives', 60_000, async () => channel.mails.length > 0);
	expect(channel.mails[0]).toContain('Subject: WeChat orders: odoo');
	expect(channel.mails[0]).toContain('ops@example.com');
	expect(channel.heartbeats()).toBe(beats + 1);
}, 400_000);

it('sends a test by the button of both templates', async () => {
	const health = await publishHealth(stack, { limits: { message_url: channel.messageUrl } });
	const rest = await signIn(stack.n8n);
	const press = async (id: string, name: string) =>
		await rest.call('POST', `/rest/workflows/${id}/run`, { triggerToStartFrom: { name } });
	const before = channel.messages.length;
	await press(health.id, 'Test the Alarm');
	expect((await arrived(before))[0]).toContain('This is a test of the alarm');
	const errors = await importErrorToDo(stack.credentials.odooForWechatApi);
	await press(errors, 'Test the Second Channel');
	expect((await arrived(before + 1))[0]).toContain('this is a test of the second channel');
}, 240_000);

it('tells by message which execution failed while Odoo was down', async () => {
	const errorWorkflow = await importErrorToDo(await odooThatIsDown());
	const before = channel.messages.length;
	await failOnce(errorWorkflow);
	const [message] = await arrived(before);
	expect(message).toContain('WeChat orders: Fails has failed');
	expect(message).toContain('on purpose');
	expect(message).toMatch(/http\S+\/executions?\/\d+/);
}, 240_000);

/** Publishes Error To-Do with the second channel. @returns its id */
async function importErrorToDo(odooForWechatApi?: { id: string; name: string }): Promise<string> {
	const template = await readTemplate('error-to-do.json');
	const nodes = template.nodes.map((node) => {
		if (node.name !== 'Second Channel') return node;
		const jsonOutput = String(node.parameters.jsonOutput).replace(
			"message_url = ''",
			`message_url = '${channel.messageUrl}'`,
		);
		return { ...node, parameters: { ...node.parameters, jsonOutput } };
	});
	const { id } = await stack.client.importWorkflow(
		{ ...template, nodes } as WorkflowJson,
		odooForWechatApi ? { odooForWechatApi } : {},
	);
	await stack.client.publish(id);
	return id;
}

/** An execution that fails, of a workflow with this error workflow. */
async function failOnce(errorWorkflow: string): Promise<void> {
	const common = { position: [0, 0] };
	const workflow = {
		name: 'Fails',
		nodes: [
			{
				...common,
				id: randomUUID(),
				name: 'Webhook',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				parameters: { httpMethod: 'POST', path: randomUUID(), options: {} },
			},
			{
				...common,
				id: randomUUID(),
				name: 'Fail',
				type: 'n8n-nodes-base.stopAndError',
				typeVersion: 1,
				parameters: { errorMessage: 'on purpose' },
			},
		],
		connections: { Webhook: { main: [[{ node: 'Fail', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1', errorWorkflow },
	};
	const { id, webhookUrls } = await stack.client.importWorkflow(workflow as WorkflowJson);
	await stack.client.publish(id);
	await fetch(Object.values(webhookUrls)[0] ?? '', { method: 'POST' });
}
