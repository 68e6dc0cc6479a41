import { close } from '../payments/unpaid-order';
import type { WeChat } from '../platform/wechat';
import type { Api, ApiAnswer, ApiRequest } from './api';
import { orderNotExist } from './found-order';
import { jsonBody } from './json-body';
import { checkMchid } from './merchant-id';
import { WeChatError } from './wechat-error';

function closeUnpaid(request: ApiRequest, wechat: WeChat): ApiAnswer {
	checkMchid(jsonBody(request).mchid, wechat, 'body');
	const number = request.params.out_trade_no ?? '';
	if (wechat.payments.withOutTradeNo(number)) {
		throw new WeChatError(400, 'ORDER_PAID', '该订单已支付', undefined, '268449538');
	}
	const order = wechat.payments.unpaidWithOutTradeNo(number);
	if (!order) throw orderNotExist();
	if (order.trade_state === 'CLOSED') throw new WeChatError(400, 'ORDER_CLOSED', '该订单已关闭');
	if (order.trade_state === 'USERPAYING') {
		throw new WeChatError(429, 'FREQUENCY_LIMITED', '用户支付中，请稍后再试');
	}
	close(order);
	return { status: 204 };
}

/** Closes an order that nobody has paid. */
export const closeOrder: Api = {
	method: 'POST',
	path: '/v3/pay/transactions/out-trade-no/{out_trade_no}/close',
	handle: closeUnpaid,
};

export const globalCloseOrder: Api = {
	...closeOrder,
	path: '/v3/global/transactions/out-trade-no/{out_trade_no}/close',
};
