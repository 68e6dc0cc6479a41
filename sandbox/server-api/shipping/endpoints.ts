import { textOf, type JsonObject } from '../../core/json';
import type { WeChat } from '../../platform/wechat';
import { SHIPPING_CARRIERS } from '../carriers';
import type { ServerApiEndpoint } from '../endpoint';
import { ServerApiError } from '../errcode';
import { queriedPayment } from './found-payment';
import { remindToConfirm, reportSpecialOrder } from './order-requests';
import { getOrderList, shippingOrder } from './orders';
import { uploadCombinedShipping, uploadShipping } from './upload';

type Handle = ServerApiEndpoint['handle'];

const post = (path: string, handle: Handle): ServerApiEndpoint => ({
	method: 'POST',
	path,
	account: 'miniProgram',
	handle,
});

/** An API of order shipping, which answers 48001 while that is switched off. */
const managed = (name: string, handle: Handle): ServerApiEndpoint =>
	post(`/wxa/sec/order/${name}`, (call, wechat) => {
		if (!wechat.serverApi.rules.tradeManaged) throw new ServerApiError(48001);
		return handle(call, wechat);
	});

/** Order shipping management, and its carriers. */
export const shippingEndpoints: ServerApiEndpoint[] = [
	managed('upload_shipping_info', uploadShipping),
	managed('upload_combined_shipping_info', uploadCombinedShipping),
	managed('get_order', ({ body }, wechat) => ({
		order: shippingOrder(queriedPayment(body, wechat), wechat),
	})),
	managed('get_order_list', getOrderList),
	managed('notify_confirm_receive', remindToConfirm),
	managed('set_msg_jump_path', () => ({})),
	managed('opspecialorder', reportSpecialOrder),
	post('/wxa/sec/order/is_trade_managed', ({ body }, wechat) => {
		checkAppid(body, wechat);
		return { is_trade_managed: wechat.serverApi.rules.tradeManaged };
	}),
	post('/wxa/sec/order/is_trade_management_confirmation_completed', ({ body }, wechat) => {
		checkAppid(body, wechat);
		return { completed: wechat.serverApi.rules.confirmationCompleted };
	}),
	post('/cgi-bin/express/delivery/open_msg/get_delivery_list', () => ({
		delivery_list: SHIPPING_CARRIERS,
		count: SHIPPING_CARRIERS.length,
	})),
];

function checkAppid({ appid }: JsonObject, { serverApi }: WeChat): void {
	if (textOf(appid) === undefined) throw new ServerApiError(40097);
	if (appid !== serverApi.miniProgram.appid) throw new ServerApiError(40013);
}
