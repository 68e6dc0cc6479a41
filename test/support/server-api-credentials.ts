import type { Sandbox } from '../../sandbox';

/** The WeChat Mini Program API credential for a sandbox. */
export const miniProgramFields = ({ url, serverApi }: Sandbox) => ({
	...serverApi.miniProgram,
	tokenFrom: 'wechat',
	address: 'sandbox',
	baseUrl: url,
});

/** The WeChat Shop API credential for a sandbox. */
export const shopFields = ({ url, serverApi }: Sandbox) => ({
	...serverApi.shopAccount,
	tokenFrom: 'wechat',
	address: 'sandbox',
	baseUrl: url,
});
