import type { PreparedRequest } from '../../sandbox';
import {
	publishTemplate,
	readTemplate,
	startOrderingStack,
	type OrderingStack,
} from '../../scripts/ordering-stack';

let stack: OrderingStack;
let workflow: { id: string; notifyUrl: string };
let genuine: PreparedRequest;

beforeAll(async () => {
	stack = await startOrderingStack({
		products: [{ sku: 'TEE-RED-M', name: 'Red tee, M', price: 99, stock: 5 }],
	});
	workflow = await publishTemplate(stack, await readTemplate('ordering.json'));
	const payment = stack.sandbox.pay({ total: 9900, attach: 'TEE-RED-M@9900' });
	genuine = stack.sandbox.prepareNotification(payment);
}, 1_800_000);

afterAll(async () => await stack?.stop(), 60_000);

const withHeader = (name: string, value: string): PreparedRequest => ({
	...genuine,
	headers: { ...withoutHeader(name).headers, [name]: value },
});
const withoutHeader = (name: string): PreparedRequest => ({
	...genuine,
	headers: Object.fromEntries(
		Object.entries(genuine.headers).filter(([key]) => key.toLowerCase() !== name.toLowerCase()),
	),
});
const header = (name: string): string =>
	Object.entries(genuine.headers).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ??
	'';
const changedCiphertext = (): PreparedRequest => {
	const envelope = JSON.parse(genuine.body) as { resource: { ciphertext: string } };
	const { ciphertext } = envelope.resource;
	const changed = (ciphertext.startsWith('A') ? 'B' : 'A') + ciphertext.slice(1);
	return { ...genuine, body: genuine.body.replace(ciphertext, changed) };
};

describe('a request that is not what WeChat sent', () => {
	const cases: Array<[string, () => PreparedRequest, number]> = [
		[
			'a forged signature',
			() => {
				const signature = header('Wechatpay-Signature');
				const forged = (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1);
				return withHeader('Wechatpay-Signature', forged);
			},
			401,
		],
		['no signature', () => withoutHeader('Wechatpay-Signature'), 401],
		[
			'a signature probe',
			() => withHeader('Wechatpay-Signature', 'WECHATPAY/SIGNTEST/notBase64'),
			401,
		],
		['a wrong serial', () => withHeader('Wechatpay-Serial', 'PUB_KEY_ID_0000000000000000'), 401],
		[
			'an old timestamp',
			() => stack.sandbox.sign(genuine.body, { atMs: Date.now() - 301_000 }),
			401,
		],
		['a changed ciphertext', changedCiphertext, 401],
		[
			'a body that a proxy wrote anew',
			() => ({ ...genuine, body: JSON.stringify(JSON.parse(genuine.body), null, 1) }),
			401,
		],
		[
			'a signed body that is no JSON',
			() => {
				const request = stack.sandbox.sign('not json');
				return { ...request, headers: { ...request.headers, 'Content-Type': 'text/plain' } };
			},
			400,
		],
		['a body that is no JSON, called JSON', () => ({ ...genuine, body: '{"id":' }), 422],
		[
			'a body of 2 MB',
			() => stack.sandbox.sign(JSON.stringify({ id: 'x'.repeat(2_000_000) })),
			413,
		],
	];

	it.each(cases)('%s is refused', async (_, request, status) => {
		const before = (await stack.client.executions(workflow.id)).length;
		const answer = await stack.sandbox.deliver(workflow.notifyUrl, request());
		expect(answer.status).toBe(status);
		expect(answer.body).not.toMatch(/at .*\.(js|ts):\d+/);
		expect(await stack.client.executions(workflow.id)).toHaveLength(before);
	});

	it('while the genuine one is taken', async () => {
		const answer = await stack.sandbox.deliver(workflow.notifyUrl, genuine);
		expect(answer).toMatchObject({ status: 200, acknowledged: true });
		expect(await stack.client.executions(workflow.id)).toHaveLength(1);
	});
});

describe('a run that does not acknowledge', () => {
	it('is answered 503 when it ends without it', async () => {
		const template = await readTemplate('ordering.json');
		const { notifyUrl } = await publishTemplate(stack, {
			...template,
			name: 'Without acknowledgement',
			nodes: template.nodes.filter(({ name }) => name !== 'Acknowledge Notification'),
			connections: { 'WeChat Pay Trigger': template.connections['WeChat Pay Trigger']! },
		});
		const payment = stack.sandbox.pay({ total: 9900, attach: 'TEE-RED-M@9900' });
		const request = stack.sandbox.prepareNotification(payment);
		const answer = await stack.sandbox.deliver(notifyUrl, request);
		expect(answer).toMatchObject({ status: 503, acknowledged: false });
	});
});
