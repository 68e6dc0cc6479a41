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
	pushToken: serverApi.shop.secrets.token,
	pushSecretKey: serverApi.shop.secrets.encodingAesKey,
	tokenFrom: 'wechat',
	address: 'sandbox',
	baseUrl: url,
});
