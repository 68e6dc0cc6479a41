import { EventEmitter } from 'node:events';
import {
	resolveWebhookDescriptionField,
	webhookDescriptionIsNativelyResolvable,
	type IExecuteFunctions,
	type IHookFunctions,
	type INode,
	type INodeExecutionData,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { tampered, type PreparedRequest, type Sandbox } from '../../../../sandbox';
import { sharedSandbox } from '../../../support/shared-sandbox';
import { execute } from '../../../../nodes/WechatPay/resources/notification/acknowledge';
import { itemIdentity } from '../../../../nodes/shared/notification-answers';
import { WechatPayTrigger } from '../../../../nodes/WechatPayTrigger/WechatPayTrigger.node';

/** A response as Express has it. */
class FakeReply extends EventEmitter {
	statusCode = 200;
	headersSent = false;
	destroyed = false;
	body: unknown;
	headers: Record<string, string> = {};

	setHeader(name: string, value: string): void {
		this.headers[name.toLowerCase()] = value;
	}

	json(body: unknown): void {
		this.end(JSON.stringify(body));
	}

	write(text: string): void {
		this.body = text;
	}

	end(body: string): void {
		const isJson = this.headers['content-type']?.startsWith('application/json');
		this.body = isJson ? (JSON.parse(body) as unknown) : body;
		this.headersSent = true;
		this.emit('close');
	}

	/** What n8n does in the end: it answers the call that started an execution. */
	byEngine(statusCode: number, body?: unknown): void {
		// What has been sent is sent.
		if (!this.headersSent) this.statusCode = statusCode;
		this.json(body);
	}
}

interface Call {
	reply: FakeReply;
	result: Promise<IWebhookResponseData>;
	log: string[];
}

interface Setting {
	acknowledge?: string;
	mode?: string;
	node?: string;
	appid?: string;
	events?: string[];
	credential?: object;
	rawRequest?: object;
}

let sandbox: Sandbox;
let nodes = 0;
const newNode = () => `node ${(nodes += 1)}`;

beforeAll(async () => {
	sandbox = await sharedSandbox();
});
afterAll(async () => sandbox.stop());

function call(request: PreparedRequest, setting: Setting = {}): Call {
	const reply = new FakeReply();
	const log: string[] = [];
	const headers = Object.fromEntries(
		Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
	);
	const rawRequest: { rawBody?: Buffer } = {};
	const parameters: Record<string, unknown> = {
		acknowledge: setting.acknowledge ?? 'onReceived',
		linesFrom: 'attach',
		appid: setting.appid ?? '',
		events: setting.events,
	};
	const context = {
		getResponseObject: () => reply,
		getRequestObject: () => ({
			headers,
			readRawBody: async () => {
				rawRequest.rawBody = Buffer.from(request.body);
			},
			get rawBody() {
				return rawRequest.rawBody;
			},
			...setting.rawRequest,
		}),
		getHeaderData: () => headers,
		getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
		getCredentials: async () => setting.credential ?? sandbox.credential,
		getMode: () => setting.mode ?? 'webhook',
		getWorkflow: () => ({ id: 'workflow' }),
		getNode: () => ({ id: setting.node ?? 'node' }),
		logger: {
			info: (line: string) => log.push(line),
			error: (line: string) => log.push(`! ${line}`),
		},
	} as unknown as IWebhookFunctions;
	return { reply, result: new WechatPayTrigger().webhook.call(context), log };
}

const notification = (options = {}) =>
	sandbox.prepareNotification(sandbox.pay({ total: 9900, attach: 'TEE-RED-M*1' }), options);

/** Lets the items of a run pass Acknowledge Notification, those with an `error` as failed ones. */
const acknowledge = async (workflowData: IWebhookResponseData['workflowData']) => {
	const context = {
		getInputData: () => workflowData?.flat() ?? [],
		getNode: () => ({ name: 'Acknowledge' }),
		continueOnFail: () => true,
		sendChunk: () => {},
	} as unknown as IExecuteFunctions;
	await execute(context);
};

/** How many callers are in the queue before the next one comes: they get there one after the other. */
const arrived = async () => {
	for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe('WeChat Pay Trigger', () => {
	it('starts an execution with one item and lets n8n answer after it has stored it', async () => {
		const { reply, result } = call(notification(), { node: newNode() });
		const { webhookResponse, workflowData } = await result;
		expect(webhookResponse).toBeDefined();
		expect(reply.headersSent).toBe(false);
		reply.byEngine(200, webhookResponse);
		await arrived();
		expect(reply).toMatchObject({
			statusCode: 200,
			body: { code: 'SUCCESS', message: '成功' },
		});
		expect(workflowData?.[0]?.map(({ json }) => json)).toMatchObject([
			{
				total: '99.00',
				lines: [{ sku: 'TEE-RED-M', quantity: 1, unit_price_fen: 9900 }],
				notification: { acknowledge: 'immediately', batch_size: 1 },
			},
		]);
	});

	it('logs the shop’s order number of what it received, and nothing else of it', async () => {
		const payment = sandbox.pay({ total: 9900, attach: 'TEE-RED-M*1' });
		const { result, log } = call(sandbox.prepareNotification(payment), { node: newNode() });
		await result;
		expect(log).toEqual([
			`WeChat Pay Trigger received TRANSACTION.SUCCESS of ${payment.out_trade_no}`,
		]);
	});

	it('leaves the answer to the workflow when it is told so', async () => {
		const setting = { node: newNode(), acknowledge: 'responseNode' };
		const { webhookResponse, workflowData } = await call(notification(), setting).result;
		expect(webhookResponse).toBeUndefined();
		expect(workflowData?.[0]?.[0]?.json).toMatchObject({
			notification: { acknowledge: 'workflow' },
		});
	});

	it('makes one execution of those who come while one is being stored, and answers after its leader', async () => {
		const node = newNode();
		const first = call(notification(), { node });
		await first.result;
		const second = call(notification(), { node });
		await arrived();
		const again = notification();
		const others = [call(again, { node }), call(again, { node })];
		await arrived();
		first.reply.byEngine(200, {});
		const { workflowData } = await second.result;
		expect(workflowData?.[0]).toHaveLength(2);
		expect(workflowData?.[0]?.[1]?.json).toMatchObject({ notification: { batch_size: 2 } });
		expect(others.map(({ reply }) => reply.headersSent)).toEqual([false, false]);

		second.reply.byEngine(200, {});
		expect(await Promise.all(others.map(async ({ result }) => result))).toEqual([
			{ noWebhookResponse: true },
			{ noWebhookResponse: true },
		]);
		expect(others.map(({ reply }) => reply.statusCode)).toEqual([200, 200]);
	});

	it('answers 503 to those whose leader was not stored', async () => {
		const node = newNode();
		const first = call(notification(), { node });
		await first.result;
		const second = call(notification(), { node });
		const third = call(notification(), { node });
		await arrived();
		first.reply.byEngine(200, {});
		await second.result;
		second.reply.byEngine(500, { code: 0, message: 'There was a problem' });
		expect(await third.result).toEqual({ noWebhookResponse: true });
		for (const { reply } of [second, third]) {
			expect(reply).toMatchObject({
				statusCode: 503,
				body: { code: 'FAIL', message: 'NOT_STORED' },
			});
		}
	});

	it('shows every call by itself while the editor listens', async () => {
		const setting = { node: newNode(), mode: 'manual' };
		for (const { result } of [call(notification(), setting), call(notification(), setting)]) {
			expect((await result).workflowData?.[0]).toHaveLength(1);
		}
	});

	it.each([
		['a forged signature', tampered.forgedSignature],
		['a probe', tampered.signatureProbe],
		['an unknown serial', tampered.unknownSerial],
		['a changed ciphertext', tampered.changedCiphertext],
		['a body written anew', tampered.reserialisedBody],
		['no headers', ({ body }: PreparedRequest) => ({ headers: {}, body })],
	])('answers 401 to %s and starts nothing', async (_, tamper) => {
		const { reply, result, log } = call(tamper(notification()));
		expect(await result).toEqual({ noWebhookResponse: true });
		expect(reply).toMatchObject({ statusCode: 401, body: { code: 'FAIL' } });
		expect(log).toHaveLength(1);
		expect(log[0]).not.toMatch(/^!/);
	});

	it('answers 401 to an old timestamp, 400 to signed nonsense, 413 to a large body', async () => {
		const old = call(notification({ atMs: Date.now() - 301_000 }));
		const nonsense = call(sandbox.sign('nonsense'));
		const large = call({ headers: {}, body: ' '.repeat(2 * 1024 * 1024) });
		const unread = call({ headers: { 'Content-Length': '2097152' }, body: '' });
		for (const [{ result, reply }, status] of [
			[old, 401],
			[nonsense, 400],
			[large, 413],
			[unread, 413],
		] as const) {
			expect(await result).toEqual({ noWebhookResponse: true });
			expect(reply.statusCode).toBe(status);
		}
	});

	it('acknowledges what it was not asked for without an execution', async () => {
		const { reply, result, log } = call(notification({ eventType: 'REFUND.SUCCESS' }));
		expect(await result).toEqual({ noWebhookResponse: true });
		expect(reply).toMatchObject({ statusCode: 200, body: { code: 'SUCCESS' } });
		expect(log[0]).toContain('REFUND.SUCCESS without an execution (1 so far)');
	});

	it('answers 500 and says why in the log when its own configuration is wrong', async () => {
		const wrongKey = { ...sandbox.credential, apiV3Key: 'x'.repeat(32) };
		const brokenKey = { ...sandbox.credential, apiV3Key: 'short' };
		for (const [setting, code] of [
			[{ credential: wrongKey }, 'WECHAT_DECRYPTION_FAILED'],
			[{ credential: brokenKey }, 'WECHAT_APIV3_KEY_INVALID'],
			[{ appid: 'wxffffffffffffffff' }, 'WECHAT_APP_MISMATCH'],
		] as const) {
			const { reply, result, log } = call(notification(), setting);
			expect(await result).toEqual({ noWebhookResponse: true });
			expect(reply).toMatchObject({ statusCode: 500, body: { code: 'FAIL', message: code } });
			expect(log[0]).toMatch(new RegExp(`^! .*${code}`));
		}
	});

	it('never throws, whatever happens to the body on the way', async () => {
		const broken = { readRawBody: async () => Promise.reject(new Error('stream ended')) };
		const tooLarge = {
			readRawBody: async () => Promise.reject(Object.assign(new Error(), { status: 413 })),
		};
		expect((await call(notification(), { rawRequest: broken }).result).noWebhookResponse).toBe(
			true,
		);
		const { reply, result } = call(notification(), { rawRequest: tooLarge });
		await result;
		expect(reply.statusCode).toBe(413);
	});

	it('is published with a usable credential, and warns once of a slow n8n', async () => {
		const warnings: string[] = [];
		const { checkExists, create } = new WechatPayTrigger().webhookMethods.default;
		const hook = (credential: object) =>
			({
				getNode: () => ({ name: 'WeChat Pay Trigger' }) as INode,
				getCredentials: async () => credential,
				logger: { warn: (text: string) => warnings.push(text) },
			}) as unknown as IHookFunctions;
		expect(await checkExists.call(hook({}))).toBe(false);
		expect(await create.call(hook(sandbox.credential))).toBe(true);
		expect(await create.call(hook(sandbox.credential))).toBe(true);
		expect(warnings).toEqual([expect.stringContaining('N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE')]);
		await expect(create.call(hook({ ...sandbox.credential, apiV3Key: 'short' }))).rejects.toThrow(
			'APIv3 Key: It has 5 characters, not 32.',
		);
	});

	it('describes its webhook with nothing that needs an expression engine', () => {
		const { version, webhooks, properties } = new WechatPayTrigger().description;
		expect(version).toBe(2);
		expect(webhooks?.[0]).toMatchObject({
			name: 'default',
			httpMethod: 'POST',
			path: 'webhook',
			responseMode:
				'={{$parameter["acknowledge"] === "onReceived" ? "onReceived" : "responseNode"}}',
			responseCode: '={{$parameter["responseCode"]}}',
			responseData: '',
		});
		const node = { parameters: { acknowledge: 'responseNode', responseCode: 503 } } as never;
		for (const [field, value] of [
			['responseMode', 'responseNode'],
			['responseCode', 503],
		] as const) {
			const resolved = resolveWebhookDescriptionField(node, webhooks![0]!, field);
			expect(resolved).toEqual({ resolved: true, value });
		}
		expect(webhookDescriptionIsNativelyResolvable(webhooks![0]!)).toBe(true);
		const codes = properties.filter(({ name }) => name === 'responseCode');
		expect(codes.map((code) => [code.displayOptions?.show?.['acknowledge'], code.default])).toEqual(
			[
				[['onReceived'], 200],
				[['responseNode'], 503],
			],
		);
	});
});

describe('a refund', () => {
	const refund = (options = {}) => {
		const payment = sandbox.pay({ total: 9900, attach: 'TEE-RED-M*1' });
		return sandbox.prepareNotification(sandbox.refund(payment, { refund: 100 }), options);
	};
	const events = ['TRANSACTION.SUCCESS', 'REFUND.SUCCESS'];

	it('leaves by the output Refund, in an execution without payments', async () => {
		const node = newNode();
		const first = call(notification(), { node, events });
		const { workflowData: paid } = await first.result;
		const { workflowData: refunded } = await call(refund(), { node, events }).result;
		expect([paid, refunded].map((outputs) => outputs?.map((items) => items.length))).toEqual([
			[1, 0, 0],
			[0, 1, 0],
		]);
	});

	it('of APIv2 is answered in XML', async () => {
		const setting = { node: newNode(), events };
		const { reply, result } = call(refund({ as: 'v2' }), setting);
		await result;
		reply.byEngine(200, {});
		await arrived();
		expect(reply.body).toMatch(/^<xml><return_code><!\[CDATA\[SUCCESS\]\]>/);
		expect(reply.headers['content-type']).toBe('text/xml; charset=utf-8');
		const forged = call(refund({ as: 'v2', apiV2Key: 'z'.repeat(32) }), setting);
		await forged.result;
		expect(forged.reply.body).toMatch(/^<xml><return_code><!\[CDATA\[FAIL\]\]>/);
	});
});

describe('a notification that comes again', () => {
	it('waits for the first one, and is let through when that failed', async () => {
		const setting = { node: newNode(), acknowledge: 'responseNode' };
		const request = notification();
		const first = call(request, setting);
		await first.result;
		const second = call(request, setting);
		await arrived();
		expect(second.reply.headersSent).toBe(false);
		first.reply.byEngine(500, { message: 'Error in workflow' });
		expect(await second.result).toEqual({ noWebhookResponse: true });
		expect(second.reply).toMatchObject({ statusCode: 503, body: { message: 'RUN_FAILED' } });

		const third = call(request, setting);
		const { workflowData } = await third.result;
		expect(workflowData?.[0]).toHaveLength(1);
		await acknowledge(workflowData);
		const fourth = call(request, setting);
		expect(await fourth.result).toEqual({ noWebhookResponse: true });
		expect(fourth.reply.statusCode).toBe(200);
	});
});

describe('the answer to each notification of a batch', () => {
	const acknowledged = { statusCode: 200, body: { code: 'SUCCESS' } };
	const refusal = (message: string) => ({ statusCode: 503, body: { code: 'FAIL', message } });

	/** A batch of three, led by the first of them. */
	const batchOf = async (requests: PreparedRequest[]) => {
		const setting = { node: newNode(), acknowledge: 'responseNode' };
		const before = call(notification(), setting);
		const { workflowData } = await before.result;
		const calls = [];
		for (const request of requests) {
			calls.push(call(request, setting));
			await arrived();
		}
		await acknowledge(workflowData);
		const started = await calls[0]!.result;
		const items = (started.workflowData ?? [])[0] ?? [];
		return { items, replies: calls.map(({ reply }) => reply), setting };
	};

	it('is what became of its own payment, as soon as that is known', async () => {
		const { items, replies } = await batchOf([notification(), notification(), notification()]);
		const [first, second, third] = items;
		await acknowledge([[second!]]);
		await arrived();
		expect(replies.map(({ headersSent }) => headersSent)).toEqual([false, true, false]);
		await acknowledge([[{ json: { ...first!.json, error: 'No pricelist' } }]]);
		await arrived();
		replies[0]!.byEngine(500, { message: 'Error in workflow' });
		await arrived();
		expect(third).toBeDefined();
		expect(replies).toMatchObject([refusal('NOT_RECORDED'), acknowledged, refusal('RUN_FAILED')]);
	});

	it('names a run that ended without it', async () => {
		const { replies } = await batchOf([notification(), notification()]);
		replies[0]!.byEngine(503);
		await arrived();
		expect(replies).toMatchObject([1, 2].map(() => refusal('NOT_ACKNOWLEDGED')));
	});

	it('acknowledges a combined order only when all of it is', async () => {
		const pay = () => sandbox.pay({ total: 9900, attach: 'TEE-RED-M' });
		const whole = () => sandbox.prepareNotification(sandbox.combine([pay(), pay()]));
		const { items, replies } = await batchOf([whole(), whole()]);
		expect(items).toHaveLength(4);
		await acknowledge([items.slice(0, 3)]);
		await arrived();
		expect(replies.map(({ headersSent }) => headersSent)).toEqual([true, false]);
		await acknowledge([[{ json: { ...items[3]!.json, error: 'No pricelist' } }]]);
		await arrived();
		expect(replies).toMatchObject([acknowledged, refusal('NOT_RECORDED')]);
	});

	it('never acknowledges a combined order with a part that cannot be read, and starts the others', async () => {
		const paid = sandbox.pay({ total: 9900, attach: 'TEE-RED-M' });
		const other = sandbox.pay({ total: 9900, attach: 'TEE-RED-M' });
		const odd = { ...other, amount: { ...other.amount, total: Number.NaN } };
		const whole = sandbox.prepareNotification(sandbox.combine([paid, odd]));
		const { items, replies } = await batchOf([whole]);
		expect(items).toMatchObject([{ json: { out_trade_no: paid.out_trade_no } }]);
		await acknowledge([items]);
		await arrived();
		expect(replies).toMatchObject([refusal('WECHAT_TRANSACTION_UNREADABLE')]);
	});

	it('arrives from a worker as lines that n8n streams, among lines of others', async () => {
		const { items, replies } = await batchOf([notification(), notification(), notification()]);
		const [leader] = replies;
		const line = (batch_id: string, at: number) => {
			const { json } = items[at]!;
			const identity = itemIdentity({ ...json, notification: json['notification'] as object });
			const answers = [[identity, { acknowledged: true }]];
			const content = JSON.stringify({ batch_id, answers });
			return `${JSON.stringify({ type: 'item', content, metadata: {} })}\n`;
		};
		leader!.write('{"type":"keepalive"}\nno JSON\n');
		leader!.write(line('other', 0));
		leader!.write(line(batchId(items[1]!), 1));
		await arrived();
		expect(replies.map(({ headersSent }) => headersSent)).toEqual([false, true, false]);
		leader!.write('{"type":"error","content":"Odoo is away"}\n');
		leader!.end('');
		await arrived();
		expect(replies).toMatchObject([refusal('RUN_FAILED'), acknowledged, refusal('RUN_FAILED')]);
	});

	it('survives that the first of them has disconnected', async () => {
		const { items, replies, setting } = await batchOf([notification(), notification()]);
		replies[0]!.destroyed = true;
		replies[0]!.emit('close');
		await acknowledge([items]);
		await arrived();
		expect(replies[0]!.headersSent).toBe(false);
		expect(replies[1]).toMatchObject(acknowledged);
		expect(setting.acknowledge).toBe('responseNode');
	});

	it('remembers a failure of what was acknowledged at once, so that it may come again', async () => {
		const setting = { node: newNode() };
		const request = notification();
		const first = call(request, setting);
		const { workflowData = [] } = await first.result;
		first.reply.byEngine(200, {});
		await arrived();
		const [item] = workflowData[0]!;
		await acknowledge([[{ json: { ...item!.json, error: 'Odoo is away' } }]]);
		expect(first.reply.statusCode).toBe(200);
		expect((await call(request, setting).result).workflowData?.[0]).toHaveLength(1);
	});
});

const batchId = ({ json }: INodeExecutionData) =>
	(json['notification'] as { batch_id: string }).batch_id;

describe('a complaint', () => {
	it('leaves by the output Complaint', async () => {
		const events = ['COMPLAINT.CREATE', 'COMPLAINT.STATE_CHANGE'];
		const node = 'complaints';
		const complaint = sandbox.event('complaint');
		const { workflowData } = await call(sandbox.prepareNotification(complaint), { node, events })
			.result;
		expect(workflowData?.map((items) => items.length)).toEqual([0, 0, 1]);
		expect(workflowData?.[2]?.[0]?.json).toMatchObject({
			complaint_id: '200201820200101080076610000',
			notification: { event_type: 'COMPLAINT.CREATE' },
		});
	});
});
