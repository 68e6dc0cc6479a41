import type { JsonObject } from '../../pay-api/json-body';
import type { WeChat } from '../../platform/wechat';
import { ServerApiError } from '../errcode';
import type { ServerApiEndpoint } from '../endpoint';
import { textOf } from '../read-body';

/** Whether order shipping management is switched on. */
export const isTradeManaged: ServerApiEndpoint = {
	method: 'POST',
	path: '/wxa/sec/order/is_trade_managed',
	account: 'miniProgram',
	handle: ({ body }, wechat) => {
		checkAppid(body, wechat);
		return { is_trade_managed: wechat.serverApi.rules.tradeManaged };
	},
};

/** Whether every merchant number is bound. */
export const isConfirmationCompleted: ServerApiEndpoint = {
	method: 'POST',
	path: '/wxa/sec/order/is_trade_management_confirmation_completed',
	account: 'miniProgram',
	handle: ({ body }, wechat) => {
		checkAppid(body, wechat);
		return { completed: wechat.serverApi.rules.confirmationCompleted };
	},
};

function checkAppid({ appid }: JsonObject, { serverApi }: WeChat): void {
	if (textOf(appid) === undefined) throw new ServerApiError(40097);
	if (appid !== serverApi.miniProgram.appid) throw new ServerApiError(40013);
}
