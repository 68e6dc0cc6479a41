import type { WeChat } from '../../platform/wechat';
import { ServerApiError } from '../errcode';
import type { ServerApiEndpoint } from '../endpoint';

/** An API of order shipping, which answers 48001 as long as that is not switched on. */
export const managed = (name: string, handle: ServerApiEndpoint['handle']): ServerApiEndpoint => ({
	method: 'POST',
	path: `/wxa/sec/order/${name}`,
	account: 'miniProgram',
	handle: (call, wechat: WeChat) => {
		if (!wechat.serverApi.rules.tradeManaged) throw new ServerApiError(48001);
		return handle(call, wechat);
	},
});
