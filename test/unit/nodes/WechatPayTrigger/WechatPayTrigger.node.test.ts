import { EventEmitter } from 'node:events';
import {
	resolveWebhookDescriptionField,
	webhookDescriptionIsNativelyResolvable,
	type IHookFunctions,
	type INode,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { tampered, type PreparedRequest, type Sandbox } from '../../../../sandbox';
import { sharedSandbox } from '../../../support/shared-sandbox';
import { WechatPayTrigger } from '../../../../nodes/WechatPayTrigger/WechatPayTrigger.node';

class FakeReply extends EventEmitter {
	statusCode = 200;
	headersSent = false;
	destroyed = false;
	body: unknown;
	headers: Record<string, string> = {};

	status(code: number): this {
		this.statusCode = code;
		return this;
	}

	setHeader(name: string, value: string): void {
		this.headers[name.toLowerCase()] = value;
	}

	send(body: unknown): void {
		this.body = body;
		this.finish();
	}

	finish(): void {
		this.headersSent = true;
		this.emit('finish');
		this.emit('close');
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

/** How many callers are in the queue before the next one comes: they get there one after the other. */
const arrived = async () => {
	for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe('WeChat Pay Trigger', () => {
	it('starts an execution with one item and lets n8n answer after it has stored it', async () => {
		const { reply, result } = call(notification(), { node: newNode() });
		const { webhookResponse, workflowData } = await result;
		expect(reply.headersSent).toBe(false);
		expect(webhookResponse).toEqual({ code: 'SUCCESS', message: '成功' });
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
		first.reply.finish();
		const { workflowData } = await second.result;
		expect(workflowData?.[0]).toHaveLength(2);
		expect(workflowData?.[0]?.[1]?.json).toMatchObject({ notification: { batch_size: 2 } });
		expect(others.map(({ reply }) => reply.headersSent)).toEqual([false, false]);

		second.reply.finish();
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
		first.reply.finish();
		await second.result;
		second.reply.status(500).finish();
		expect(await third.result).toEqual({ noWebhookResponse: true });
		expect(third.reply).toMatchObject({ statusCode: 503, body: { code: 'FAIL' } });
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

	it('cannot be published with a credential that could not receive anything', async () => {
		const { checkExists, create } = new WechatPayTrigger().webhookMethods.default;
		const hook = (credential: object) =>
			({
				getNode: () => ({ name: 'WeChat Pay Trigger' }) as INode,
				getCredentials: async () => credential,
			}) as unknown as IHookFunctions;
		expect(await checkExists.call(hook({}))).toBe(false);
		expect(await create.call(hook(sandbox.credential))).toBe(true);
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
			responseMode: '={{$parameter["acknowledge"]}}',
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
			[1, 0],
			[0, 1],
		]);
	});

	it('of APIv2 is answered in XML', async () => {
		const setting = { node: newNode(), events };
		const { reply, result } = call(refund({ as: 'v2' }), setting);
		expect((await result).webhookResponse).toMatch(/^<xml><return_code><!\[CDATA\[SUCCESS\]\]>/);
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
		first.reply.status(500).finish();
		expect(await second.result).toEqual({ noWebhookResponse: true });
		expect(second.reply.statusCode).toBe(503);

		const third = call(request, setting);
		expect((await third.result).workflowData?.[0]).toHaveLength(1);
		third.reply.status(200).finish();
		const fourth = call(request, setting);
		expect(await fourth.result).toEqual({ noWebhookResponse: true });
		expect(fourth.reply.statusCode).toBe(200);
	});
});
