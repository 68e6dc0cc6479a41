import { seededRandom, type Sandbox } from '../../../../sandbox';
import { sharedSandbox } from '../../../support/shared-sandbox';
import { get, post } from '../api-call';
import { isGenuine } from '../merchant';

let sandbox: Sandbox;
let target: string;
const slept: number[] = [];

beforeAll(async () => {
	sandbox = await sharedSandbox({
		random: seededRandom('faults'),
		sleep: async (ms) => {
			slept.push(ms);
		},
	});
	const { transaction_id } = sandbox.pay({ total: 100 });
	target = `/v3/pay/transactions/id/${transaction_id}?mchid=1900000001`;
});
afterEach(() => sandbox.faults.clear());
afterAll(async () => sandbox.stop());

const statuses = async (calls: number): Promise<number[]> => {
	const all: number[] = [];
	for (let call = 0; call < calls; call++) all.push((await get(sandbox, target)).status);
	return all;
};

test('a rate limit says when to come back, signed', async () => {
	sandbox.faults.add({ kind: 'rateLimit', retryAfterS: 2, times: 1 });
	const { status, headers, text, json } = await get(sandbox, target);
	expect({ status, code: json.code }).toEqual({ status: 429, code: 'FREQUENCY_LIMITED' });
	expect(headers['retry-after']).toBe('2');
	expect(headers['request-id']).toMatch(/-268447840$/);
	expect(isGenuine(sandbox, headers, text)).toBe(true);
	expect((await get(sandbox, target)).status).toBe(200);
	sandbox.faults.add({ kind: 'rateLimit' });
	expect((await get(sandbox, target)).headers).not.toHaveProperty('retry-after');
});

test.each([
	[500, 'SYSTEM_ERROR', true],
	[503, 'SERVICE_UNAVAILABLE', true],
	[502, undefined, false],
] as const)('an error %i has the code %s', async (status, code, genuine) => {
	sandbox.faults.add({ kind: 'error', status });
	const answer = await get(sandbox, target);
	expect({ status: answer.status, code: answer.json.code }).toEqual({ status, code });
	expect(isGenuine(sandbox, answer.headers, answer.text)).toBe(genuine);
});

test('hits the next calls, then none', async () => {
	sandbox.faults.add({ kind: 'error', times: 2 });
	expect(await statuses(4)).toEqual([500, 500, 200, 200]);
});

test('hits a share of the calls', async () => {
	sandbox.faults.add({ kind: 'error', share: 0.3 });
	const failed = (await statuses(50)).filter((status) => status === 500);
	expect(failed.length).toBeGreaterThan(5);
	expect(failed.length).toBeLessThan(28);
});

test('hits one path or method alone, until it is switched off', async () => {
	const off = sandbox.faults.add({ kind: 'error', path: '/v3/refund/' });
	sandbox.faults.add({ kind: 'rateLimit', path: '/v3/certificates', method: 'POST' });
	expect((await get(sandbox, target)).status).toBe(200);
	expect((await get(sandbox, '/v3/certificates')).status).toBe(200);
	expect((await get(sandbox, '/v3/refund/domestic/refunds/R1')).status).toBe(500);
	off();
	expect((await get(sandbox, '/v3/refund/domestic/refunds/R1')).status).toBe(404);
});

test('a slow answer comes after its pause', async () => {
	sandbox.faults.add({ kind: 'slow', delayMs: 7000, times: 1 });
	sandbox.faults.add({ kind: 'slow', times: 1 });
	expect((await get(sandbox, target)).status).toBe(200);
	expect(slept).toEqual([17_000]);
});

test('a dropped answer leaves the work done: asked again, it is the same refund', async () => {
	const { out_trade_no } = sandbox.pay({ total: 100 });
	const path = '/v3/refund/domestic/refunds';
	const body = {
		out_trade_no,
		out_refund_no: 'DROPPED1',
		amount: { refund: 100, total: 100, currency: 'CNY' },
	};
	sandbox.faults.add({ kind: 'dropped', path, times: 1 });
	await expect(post(sandbox, path, body)).rejects.toThrow('fetch failed');
	const [refund] = sandbox.refunds();
	expect(refund).toMatchObject({ out_refund_no: 'DROPPED1', status: 'SUCCESS' });
	const again = await post(sandbox, path, body);
	expect(again).toMatchObject({ status: 200, json: { refund_id: refund!.refund_id } });
	expect(sandbox.calls().slice(-2)).toMatchObject([
		{ method: 'POST', target: path, status: null, faults: ['dropped'] },
		{ method: 'POST', target: path, status: 200, faults: [] },
	]);
});

test('an error comes before the work', async () => {
	const { out_trade_no } = sandbox.order({ total: 100 });
	const close = `/v3/pay/transactions/out-trade-no/${out_trade_no}/close`;
	sandbox.faults.add({ kind: 'error', times: 1 });
	expect((await post(sandbox, close, { mchid: '1900000001' })).status).toBe(500);
	expect((await post(sandbox, close, { mchid: '1900000001' })).status).toBe(204);
});

test('APIv2 fails in its own way', async () => {
	sandbox.faults.add({ kind: 'error' });
	const response = await fetch(`${sandbox.url}/pay/queryexchagerate`, { method: 'POST', body: '' });
	expect(response.status).toBe(200);
	expect(await response.text()).toContain('<return_code><![CDATA[FAIL]]></return_code>');
});

test('a stop does not wait for slow answers', async () => {
	const slow = await sharedSandbox();
	slow.faults.add({ kind: 'slow', delayMs: 3_600_000 });
	const answer = expect(get(slow, '/v3/certificates')).rejects.toThrow('fetch failed');
	while (slow.calls().length === 0) await new Promise(setImmediate);
	await slow.stop();
	await answer;
});
