import { IntegrationError } from '../../../../../lib/core/errors';
import { closeOrder, queryOrder } from '../../../../../lib/wechat-pay/api/orders';
import type { WechatPayAccount } from '../../../../../lib/wechat-pay/keys/account';
import { openAccount } from '../../../../../lib/wechat-pay/keys/open-account';
import type { Sandbox } from '../../../../../sandbox/index';
import { sharedSandbox } from '../../../../support/shared-sandbox';
import { testContext } from '../context';

let sandbox: Sandbox;
let account: WechatPayAccount;
beforeAll(async () => {
	sandbox = await sharedSandbox();
	account = openAccount(sandbox.credential);
});
afterEach(() => sandbox.faults.clear());
afterAll(async () => sandbox.stop());

const unreachable = new IntegrationError({
	code: 'HTTP_UNREACHABLE',
	message: '',
	likelyCause: '',
	nextStep: '',
	retryable: true,
});

describe('a call', () => {
	it('is repeated until WeChat answers, and no more than five times', async () => {
		const { out_trade_no } = sandbox.pay({ total: 100 });
		const context = testContext();
		sandbox.faults.add({ kind: 'error', status: 503, times: 4 });
		expect(await queryOrder(account, { out_trade_no }, context)).toMatchObject({
			out_trade_no,
		});
		expect(context.pauses).toEqual([375, 750, 1500, 3000]);
		sandbox.faults.add({ kind: 'error', status: 503 });
		const before = sandbox.calls().length;
		await expect(queryOrder(account, { out_trade_no }, testContext())).rejects.toMatchObject({
			code: 'WECHAT_REFUSED',
			retryable: true,
		});
		expect(sandbox.calls().length - before).toBe(5);
	});

	it('is not repeated when WeChat asks for a pause longer than the step may take', async () => {
		sandbox.faults.add({ kind: 'rateLimit', retryAfterS: 600 });
		const context = testContext();
		await expect(queryOrder(account, { out_trade_no: 'ANYTHING' }, context)).rejects.toMatchObject({
			retryAfterMs: 600_000,
		});
		expect(context.pauses).toEqual([]);
	});

	it('asks again when WeChat probes with a wrong signature', async () => {
		const { out_trade_no } = sandbox.pay({ total: 100 });
		const real = testContext();
		let calls = 0;
		const context = testContext({
			send: async (request) => {
				const answer = await real.send(request);
				const headers = { ...answer.headers, 'wechatpay-signature': 'WECHATPAY/SIGNTEST/x' };
				return (calls += 1) === 1 ? { ...answer, headers } : answer;
			},
		});
		expect(await queryOrder(account, { out_trade_no }, context)).toMatchObject({
			out_trade_no,
		});
		expect(calls).toBe(2);
	});

	it.each([
		['api.mch.weixin.qq.com', 'api2.mch.weixin.qq.com'],
		['apihk.mch.weixin.qq.com', 'api.mch.weixin.qq.com'],
	])('moves on from %s to %s when the first cannot be reached, and back', async (first, second) => {
		const mainland = { ...account, baseUrl: `https://${first}` };
		const hosts: string[] = [];
		const send = async ({ url }: { url: string }) => {
			hosts.push(new URL(url).host);
			return await Promise.reject(unreachable);
		};
		await expect(
			queryOrder(mainland, { out_trade_no: 'ANYTHING' }, testContext({ send })),
		).rejects.toMatchObject({ code: 'HTTP_UNREACHABLE' });
		expect(hosts).toEqual([first, second, first, second, first]);
	});

	it('repeats with the same bytes but a signature of its own', async () => {
		sandbox.faults.add({ kind: 'error', status: 500, times: 1 });
		const { out_trade_no } = sandbox.order({ total: 100 });
		const real = testContext();
		const sent: Array<{ body: string | undefined; authorization: string | undefined }> = [];
		const context = testContext({
			send: async (request) => {
				sent.push({ body: request.body, authorization: request.headers?.['Authorization'] });
				return await real.send(request);
			},
		});
		await closeOrder(account, { out_trade_no }, context);
		expect(sent.map(({ body }) => body)).toEqual(Array(2).fill(`{"mchid":"${account.mchid}"}`));
		expect(sent[0]?.authorization).not.toBe(sent[1]?.authorization);
	});
});
