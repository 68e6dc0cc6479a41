import type { IDataObject, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';

import { ACKNOWLEDGED } from '../../../../../lib/batching/answers';
import { signedHeaders } from '../../../../../lib/shop-backend/sign';
import { SHOP_EVENTS } from '../../../../../lib/wechat-shop/push/event-types';
import { sendAnswers } from '../../../../../nodes/shared/notification-answers';
import { WechatShopTrigger } from '../../../../../nodes/WechatShopTrigger/WechatShopTrigger.node';
import type { PreparedRequest, Sandbox, ShopEvent } from '../../../../../sandbox';
import { shopFields } from '../../../../support/server-api-credentials';
import { sharedSandbox } from '../../../../support/shared-sandbox';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
let sandbox: Sandbox;
let nodes = 0;

beforeAll(async () => {
	sandbox = await sharedSandbox();
});
afterAll(async () => sandbox.stop());

interface Setting {
	acknowledge?: string;
	forwarded?: boolean;
	webhook?: string;
	node?: string;
	credential?: object;
}

/** A request to the trigger: the answer that was sent, and what n8n got. */
async function call(request: PreparedRequest, setting: Setting = {}) {
	const sent: string[] = [];
	const headers = Object.fromEntries(
		Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
	);
	const reply = {
		statusCode: 0,
		headersSent: false,
		destroyed: false,
		once: () => undefined,
		setHeader: () => undefined,
		end: (body: string) => sent.push(body),
	};
	const parameters: Record<string, unknown> = {
		acknowledge: setting.acknowledge ?? 'responseNode',
		events: Object.keys(SHOP_EVENTS),
		forwarded: setting.forwarded ?? false,
	};
	const context = {
		getResponseObject: () => reply,
		getRequestObject: () => ({ headers, rawBody: Buffer.from(request.body) }),
		getHeaderData: () => headers,
		getQueryData: () => request.query ?? {},
		getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
		getCredentials: async (type: string) =>
			type === 'shopBackendApi'
				? { url: '', secret: SECRET }
				: { ...shopFields(sandbox), ...setting.credential },
		getMode: () => 'webhook',
		getWebhookName: () => setting.webhook ?? 'default',
		getWorkflow: () => ({ id: 'workflow' }),
		getNode: () => ({ id: setting.node ?? `node ${(nodes += 1)}` }),
		logger: { info: () => undefined, error: () => undefined },
	} as unknown as IWebhookFunctions;
	const { workflowData } = await new WechatShopTrigger().webhook.call(context);
	return { reply, sent, workflowData };
}

const PAID: ShopEvent = {
	event: 'channels_ec_order_pay',
	openid: 'OPENID',
	key: 'order_info',
	body: { order_id: '3705115058471208928' },
};
const push = () => sandbox.serverApi.shop.preparePush(PAID);
const itemOf = (data: INodeExecutionData[][] | undefined) => data?.flat()[0]?.json as IDataObject;
const soon = async () => await new Promise((resolve) => setImmediate(resolve));

it('starts a workflow with an event and answers "success" when the workflow acknowledges it', async () => {
	const { reply, sent, workflowData } = await call(push());
	const item = itemOf(workflowData);
	expect(item).toMatchObject({ shop_order_id: '3705115058471208928' });
	expect(sent).toEqual([]);
	const { batch_id, id } = item['notification'] as IDataObject;
	await sendAnswers(
		{ sendChunk: () => undefined },
		{
			batch_id: String(batch_id),
			answers: [[`push ${String(id)}`, ACKNOWLEDGED]],
		},
	);
	await soon();
	expect([reply.statusCode, sent]).toEqual([200, ['success']]);
});

it('starts no second execution for further deliveries of an event', async () => {
	const node = 'the same';
	const request = push();
	const first = await call(request, { node, acknowledge: 'onReceived' });
	first.reply.statusCode = 200;
	(first.reply as unknown as { send(body: unknown): void }).send({});
	await soon();
	const second = await call(request, { node, acknowledge: 'onReceived' });
	expect(second.workflowData).toBeUndefined();
	expect(second.sent).toEqual(['success']);
});

it.each([
	['a forgery', 401, () => ({ ...push(), query: push().query })],
	['XML', 400, () => ({ ...push(), body: '<xml/>' })],
] as const)('answers %s with %i and a text that is no acknowledgement', async (_, status, make) => {
	const { reply, sent, workflowData } = await call(make());
	expect(reply.statusCode).toBe(status);
	expect(sent[0]).toMatch(/^WECHAT_PUSH_/);
	expect(workflowData).toBeUndefined();
});

it('answers 500 while the key in the credential is wrong, so that WeChat sends again', async () => {
	const credential = { pushSecretKey: 'A'.repeat(43) };
	const { reply } = await call(push(), { credential });
	expect(reply.statusCode).toBe(500);
});

it('answers the check of its address', async () => {
	const { query } = push();
	const check = { headers: {}, body: '', query: { ...query, echostr: '4375120948345356249' } };
	const { reply, sent } = await call(check, { webhook: 'setup' });
	expect([reply.statusCode, sent]).toEqual([200, ['4375120948345356249']]);
});

describe('an event that the own backend forwards', () => {
	const message = JSON.stringify({
		type: 'shop.event',
		data: {
			FromUserName: 'OPENID',
			CreateTime: 1795354175,
			MsgType: 'event',
			Event: 'channels_ec_order_pay',
			order_info: { order_id: '3705115058471208928' },
		},
	});
	const forward = (id: string, body = message, secret = SECRET): PreparedRequest => ({
		headers: signedHeaders(secret, id, Math.floor(Date.now() / 1000), message),
		body,
	});

	it('starts a workflow like one of WeChat', async () => {
		const { workflowData } = await call(forward('one'), { forwarded: true });
		expect(itemOf(workflowData)).toMatchObject({
			shop_appid: sandbox.serverApi.shopAccount.appid,
			shop_order_id: '3705115058471208928',
			notification: { id: 'channels_ec_order_pay 3705115058471208928 1795354175' },
		});
	});

	it.each([
		['nobody asked for', 403, forward('two'), false],
		['signed with another secret', 401, forward('three', message, `whsec_${'B'.repeat(44)}`), true],
		['changed on its way', 401, forward('four', message.replace('3705', '3706')), true],
		['sent again by someone', 409, forward('one'), true],
	] as const)('is refused when it was %s', async (_, status, request, forwarded) => {
		const { reply, workflowData } = await call(request, { forwarded });
		expect(reply.statusCode).toBe(status);
		expect(workflowData).toBeUndefined();
	});
});
