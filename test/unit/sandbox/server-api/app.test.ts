import type { Sandbox } from '../../../../sandbox';
import { sharedSandbox } from '../../../support/shared-sandbox';
import { get } from '../api-call';
import { caller, post, type Answer } from './call';
import { upload } from './shipping/upload';

let sandbox: Sandbox;
let call: (path: string, body: unknown) => Promise<Answer>;
const slept: number[] = [];
const path = '/wxa/sec/order/';

beforeAll(async () => {
	sandbox = await sharedSandbox({
		sleep: async (ms) => {
			slept.push(ms);
		},
	});
	call = caller(sandbox);
});
afterEach(() => sandbox.faults.clear());
afterAll(async () => sandbox.stop());

const list = async (): Promise<Answer> => await call(`${path}get_order_list`, {});

test.each([
	[undefined, 'system error'],
	[45009, 'reach max api daily quota limit'],
	[40164, 'invalid ip 203.0.113.9 ipv6 ::ffff:203.0.113.9, not in whitelist'],
	[99999, 'unknown error'],
])('a refusal with errcode %s is said in WeChat’s words', async (errcode, words) => {
	sandbox.faults.add({ kind: 'refusal', path, ...(errcode === undefined ? {} : { errcode }) });
	const { status, json } = await list();
	expect({ status, errcode: json.errcode }).toEqual({ status: 200, errcode: errcode ?? -1 });
	expect(json.errmsg?.startsWith(`${words} rid: `)).toBe(true);
});

test('a refusal never hits WeChat Pay, and waits for the call that it can hit', async () => {
	sandbox.faults.add({ kind: 'refusal', times: 1 });
	const { transaction_id } = sandbox.pay({ total: 100 });
	const order = `/v3/pay/transactions/id/${transaction_id}?mchid=1900000001`;
	expect((await get(sandbox, order)).status).toBe(200);
	const token = await post(sandbox, '/cgi-bin/stable_token', {});
	expect(token.json.errcode).toBe(-1);
});

test('too many calls are 45011', async () => {
	sandbox.faults.add({ kind: 'rateLimit', path, times: 1 });
	expect([(await list()).json.errcode, (await list()).json.errcode]).toEqual([45011, 0]);
});

test.each([500, 502, 503] as const)(
	'an error %i is no JSON, and nothing is done',
	async (status) => {
		const before = sandbox.serverApi.uploads().length;
		sandbox.faults.add({ kind: 'error', path, status });
		const body = upload(sandbox.pay({ total: 100 }));
		expect(await call(`${path}upload_shipping_info`, body)).toMatchObject({ status, json: {} });
		expect(sandbox.serverApi.uploads()).toHaveLength(before);
	},
);

test.each([{ kind: 'error', done: true } as const, { kind: 'dropped' } as const])(
	'%j leaves the work done: asked again, nothing is new',
	async (fault) => {
		const payment = sandbox.pay({ total: 100 });
		sandbox.faults.add({ ...fault, path, times: 1 });
		const target = `${path}upload_shipping_info`;
		await call(target, upload(payment)).catch(() => undefined);
		expect(sandbox.serverApi.shippingOrder(payment)).toMatchObject({ order_state: 2 });
		expect((await call(target, upload(payment))).json.errcode).toBe(10060023);
		const calls = sandbox.calls().filter((one) => one.target.startsWith(path));
		expect(calls.slice(-2)).toMatchObject([
			{ status: fault.kind === 'error' ? 500 : null, faults: [fault.kind] },
			{ status: 200, errcode: 10060023, faults: [] },
		]);
	},
);

test('a slow answer comes after its pause', async () => {
	sandbox.faults.add({ kind: 'slow', path, delayMs: 12_000 });
	expect((await list()).json.errcode).toBe(0);
	expect(slept).toEqual([12_000]);
});

test('a call within an error of WeChat Pay can be done, too', async () => {
	const { out_trade_no } = sandbox.order({ total: 100 });
	const close = `/v3/pay/transactions/out-trade-no/${out_trade_no}`;
	sandbox.faults.add({ kind: 'error', done: true, path: close, times: 1 });
	expect((await get(sandbox, `${close}?mchid=1900000001`)).status).toBe(500);
	expect((await get(sandbox, `${close}?mchid=1900000001`)).status).toBe(200);
});
