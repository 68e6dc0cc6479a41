import { queryExchangeRate } from '../../../../../lib/wechat-pay/api/exchange-rate';
import type { WechatPayAccount } from '../../../../../lib/wechat-pay/keys/account';
import { openAccount } from '../../../../../lib/wechat-pay/keys/open-account';
import type { Sandbox } from '../../../../../sandbox/index';
import { sharedSandbox } from '../../../../support/shared-sandbox';
import { testContext } from '../context';

const NOW = Date.parse('2026-11-20T12:00:00+08:00');
const context = testContext({ now: () => NOW });
let sandbox: Sandbox;
let account: WechatPayAccount;
beforeAll(async () => {
	sandbox = await sharedSandbox({ now: () => NOW });
	account = { ...openAccount(sandbox.credential), region: 'global' };
});
afterEach(() => sandbox.faults.clear());
afterAll(async () => sandbox.stop());

describe('the exchange rate', () => {
	const asked = () => ({
		appid: sandbox.merchant.appid,
		currency: 'JPY',
		date: '2026-11-20',
		apiV2Key: sandbox.credential.apiV2Key,
	});

	it('is yuan for one unit, as text', async () => {
		expect(await queryExchangeRate(account, asked(), context)).toEqual({
			fee_type: 'JPY',
			rate_time: '20261120',
			rate: '4700000',
			cny_per_unit: '0.047',
		});
		const pound = await queryExchangeRate(account, { ...asked(), currency: 'GBP' }, context);
		expect(pound.cny_per_unit).toBe('9.5');
		const yuan = await queryExchangeRate(account, { ...asked(), currency: 'CNY' }, context);
		expect(yuan.cny_per_unit).toBe('1');
	});

	it('is asked for again after an error', async () => {
		sandbox.faults.add({ kind: 'dropped', path: '/pay/', times: 1 });
		sandbox.faults.add({ kind: 'error', path: '/pay/', times: 1, status: 502 });
		expect(await queryExchangeRate(account, asked(), context)).toMatchObject({
			fee_type: 'JPY',
		});
	});

	it('is not believed without the signature', async () => {
		const real = testContext();
		const changed = testContext({
			send: async (request) => {
				const answer = await real.send(request);
				const body = Buffer.from(answer.body.toString().replace('4700000', '9900000'));
				return { ...answer, body };
			},
		});
		await expect(queryExchangeRate(account, asked(), changed)).rejects.toMatchObject({
			code: 'WECHAT_RESPONSE_UNPROVED',
		});
	});

	it.each([
		['a wrong key', { apiV2Key: 'x'.repeat(32) }, 'WECHAT_RATE_REFUSED'],
		['no key', { apiV2Key: '' }, 'WECHAT_API_V2_KEY_MISSING'],
		['a currency without a rate', { currency: 'XXX' }, 'WECHAT_RATE_REFUSED'],
		['a foreign App ID', { appid: 'wxffffffffffffffff' }, 'WECHAT_RATE_REFUSED'],
	])('is refused with %s', async (_, change, code) => {
		const asking = queryExchangeRate(account, { ...asked(), ...change }, context);
		await expect(asking).rejects.toMatchObject({ code });
	});
});
