import { tampered, type Payment, type PreparedRequest } from '../../sandbox';
import { endedRuns } from '../support/ended-runs';
import {
	publishTemplate,
	readTemplate,
	startOrderingStack,
	type OrderingStack,
} from '../../tools/services/ordering-stack';

let stack: OrderingStack;
let workflow: { id: string; notifyUrl: string };
let payment: Payment;
let genuine: PreparedRequest;

beforeAll(async () => {
	stack = await startOrderingStack({
		products: [{ sku: 'TEE-RED-M', name: 'Red tee, M', price: 99, stock: 5 }],
	});
	workflow = await publishTemplate(stack, await readTemplate('ordering.json'));
	payment = stack.sandbox.pay({ total: 9900, attach: 'TEE-RED-M@9900' });
	genuine = stack.sandbox.prepareNotification(payment);
}, 1_800_000);

afterAll(async () => await stack?.stop(), 60_000);

describe('a request that is not what WeChat sent', () => {
	const cases: Array<[string, () => PreparedRequest, number]> = [
		['a forged signature', () => tampered.forgedSignature(genuine), 401],
		['a signature probe', () => tampered.signatureProbe(genuine), 401],
		['no signature', () => tampered.withoutHeader(genuine, 'Wechatpay-Signature'), 401],
		['a wrong serial', () => tampered.unknownSerial(genuine), 401],
		['an old timestamp', () => sign(genuine.body, { atMs: Date.now() - 301_000 }), 401],
		['a changed ciphertext', () => tampered.changedCiphertext(genuine), 401],
		['a body that a proxy wrote anew', () => tampered.reserialisedBody(genuine), 401],
		['a signed body that is no JSON', () => called(sign('not json'), 'text/plain'), 400],
		['a body called JSON that is none', () => ({ ...genuine, body: '{"id":' }), 422],
		['a signed body of 2 MB', () => sign(JSON.stringify({ id: 'x'.repeat(2_000_000) })), 413],
	];
	const sign: OrderingStack['sandbox']['sign'] = (...args) => stack.sandbox.sign(...args);
	const called = (request: PreparedRequest, contentType: string): PreparedRequest => ({
		...request,
		headers: { ...request.headers, 'Content-Type': contentType },
	});

	it.each(cases)('%s is refused', async (_, request, status) => {
		const answer = await stack.sandbox.deliver(workflow.notifyUrl, request());
		expect(answer.status).toBe(status);
		expect(answer.body).not.toMatch(/at .*\.(js|ts):\d+/);
		expect(await stack.client.executionCount(workflow.id)).toBe(0);
	});

	it('while the genuine one is taken', async () => {
		const answer = await stack.sandbox.deliver(workflow.notifyUrl, genuine);
		expect(answer).toMatchObject({ status: 200, acknowledged: true });
		await endedRuns(stack.client, workflow.id, [payment.transaction_id]);
		expect(await stack.client.executionCount(workflow.id)).toBe(1);
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
