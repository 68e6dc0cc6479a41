import { createSandbox, type Payment, type Sandbox } from '../../../sandbox';
import { receive, type Receiver } from './receiver';

let sandbox: Sandbox;
let receiver: Receiver;

beforeAll(async () => {
	receiver = await receive((response) => response.writeHead(200).end());
	sandbox = await createSandbox({ notifyUrl: receiver.url });
});
afterAll(async () => {
	await sandbox.stop();
	await receiver.close();
});

const pay = async (body: string): Promise<Response> =>
	fetch(`${sandbox.url}/sandbox/payments`, { method: 'POST', body });
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
