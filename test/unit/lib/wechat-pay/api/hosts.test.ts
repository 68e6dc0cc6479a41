import { repeatOnHosts } from '../../../../../lib/wechat-pay/api/hosts';
import { IntegrationError } from '../../../../../lib/core/errors';
import type { WechatPayAccount } from '../../../../../lib/wechat-pay/keys/account';

const failure = (code: string) =>
	new IntegrationError({ code, message: '', likelyCause: '', nextStep: '', retryable: true });
const context = { now: () => 0, monotonic: () => 0, random: () => 0, sleep: async () => {} };
const hostsOf = async (baseUrl: string, code: string) => {
	const tried: string[] = [];
	await repeatOnHosts({ baseUrl } as WechatPayAccount, context, async (host) => {
		tried.push(host.baseUrl);
		return await (tried.length < 3 ? Promise.reject(failure(code)) : Promise.resolve());
	});
	return tried;
};

describe('the host of a call', () => {
	it('changes after a failed connection where WeChat has a second one', async () => {
		const [hongKong, mainland] = [
			'https://apihk.mch.weixin.qq.com',
			'https://api.mch.weixin.qq.com',
		];
		expect(await hostsOf(hongKong, 'HTTP_UNREACHABLE')).toEqual([hongKong, mainland, hongKong]);
		expect(await hostsOf('http://127.0.0.1:1', 'HTTP_NO_ANSWER')).toEqual(
			Array(3).fill('http://127.0.0.1:1'),
		);
	});

	it('stays the same after a refusal', async () => {
		const host = 'https://api.mch.weixin.qq.com';
		expect(await hostsOf(host, 'WECHAT_REFUSED')).toEqual([host, host, host]);
	});
});
