import type { OpenApiAccount } from '../../../../lib/wechat-api/call';

/** A shop whose calls are answered by a script. */
export const SHOP_ACCOUNT: OpenApiAccount = {
	kind: 'shop',
	appid: 'wxshop0000000001',
	baseUrl: 'https://api.weixin.qq.com',
	tokens: { from: 'wechat', secret: 's' },
	accessToken: async () => await Promise.resolve('t'),
};
