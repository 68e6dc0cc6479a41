import type { Payment, Sandbox } from '../../../../sandbox';
import { sharedSandbox } from '../../../support/shared-sandbox';
import { receive, type Receiver } from '../receiver';

let sandbox: Sandbox;
let receiver: Receiver;

beforeAll(async () => {
	receiver = await receive((response) => response.writeHead(200).end());
	sandbox = await sharedSandbox({ notifyUrl: receiver.url });
});
afterAll(async () => {
	await sandbox.stop();
	await receiver.close();
});

const send = async (path: string, body: string, method = 'POST'): Promise<Response> =>
	fetch(`${sandbox.url}/sandbox/${path}`, { method, body });
const pay = async (body: string): Promise<Response> => send('payments', body);
const sent = async (path: string, body: object): Promise<Record<string, unknown>> =>
	(await (await send(path, JSON.stringify(body))).json()) as Record<string, unknown>;
const read = async (path: string): Promise<unknown> => (await fetch(sandbox.url + path)).json();

test('a payment posted is recorded and notified, and shows up in the log', async () => {
	const response = await pay('{"total": 100, "attach": "TEE-RED-M*2", "notify": {"copies": 2}}');
	const payment = (await response.json()) as Payment;
	expect(response.status).toBe(201);
	expect(payment).toMatchObject({ attach: 'TEE-RED-M*2', amount: { total: 100 } });
	await sandbox.waitUntilSettled();
	const { out_trade_no } = payment;
	const deliveries = await read(`/sandbox/deliveries?out_trade_no=${out_trade_no}`);
	expect(deliveries).toMatchObject([{ acknowledged: true }, { acknowledged: true }]);
	expect(await read('/sandbox/deliveries?out_trade_no=ANOTHER')).toEqual([]);
	expect(await read('/sandbox/payments')).toContainEqual(payment);
});

test('notifies nobody when told so', async () => {
	const before = sandbox.deliveries().length;
	expect((await pay('{"total": 100, "notify": false}')).status).toBe(201);
	await sandbox.waitUntilSettled();
	expect(sandbox.deliveries()).toHaveLength(before);
});

test.each([
	['no JSON', 'total=1'],
	['no total', '{}'],
	['yuan for fen', '{"total": 1.5}'],
	['an address that is none', '{"total": 1, "notify": {"url": "nowhere"}}'],
])('refuses %s, and records nothing', async (_name, body) => {
	const before = sandbox.payments().length;
	const response = await pay(body);
	expect(response.status).toBe(400);
	expect(await response.json()).toEqual({ error: expect.any(String) as string });
	expect(sandbox.payments()).toHaveLength(before);
});

test('a refund posted is recorded and notified', async () => {
	const { out_trade_no } = sandbox.pay({ total: 100 });
	const refund = await sent('refunds', { out_trade_no, refund: 40, notify: { as: 'global' } });
	expect(refund).toMatchObject({ out_trade_no, status: 'SUCCESS', amount: { refund: 40 } });
	const { out_refund_no } = refund as { out_refund_no: string };
	await sandbox.waitUntilSettled();
	expect(await read(`/sandbox/deliveries?out_refund_no=${out_refund_no}`)).toMatchObject([
		{ event_type: 'REFUND.SUCCESS', acknowledged: true },
	]);
	expect(await read('/sandbox/refunds')).toMatchObject([{ out_refund_no }]);
	const under = await sent('refunds', { out_trade_no, refund: 1, status: 'PROCESSING' });
	expect(under).toMatchObject({ status: 'PROCESSING' });
	expect((await send('refunds', JSON.stringify({ out_trade_no, refund: 100 }))).status).toBe(400);
	expect((await send('refunds', '{"out_trade_no": "UNKNOWN", "refund": 1}')).status).toBe(400);
});

test('combined orders and events of other products are notified', async () => {
	const out_trade_nos = [1, 2].map((total) => sandbox.pay({ total }).out_trade_no);
	const combined = await sent('combined', { out_trade_nos, combine_out_trade_no: 'COMBINED1' });
	expect(combined).toMatchObject({ payments: [{}, {}] });
	expect(await sent('events', { example: 'complaint' })).toMatchObject({
		event_type: 'COMPLAINT.CREATE',
	});
	await sandbox.waitUntilSettled();
	expect(sandbox.deliveries().slice(-2)).toMatchObject([
		{ out_trade_no: 'COMBINED1', event_type: 'TRANSACTION.SUCCESS' },
		{ out_trade_no: '', event_type: 'COMPLAINT.CREATE' },
	]);
	expect((await send('combined', '{"out_trade_nos": ["UNKNOWN"]}')).status).toBe(400);
});

test('a notification that there is not is refused, not lost', async () => {
	const body = { example: 'complaint', notify: { url: receiver.url, as: 'v2' } };
	expect(await sent('events', body)).toEqual({ error: 'Only payments and refunds are sent as v2' });
});
