import type { Api, ApiRequest } from './api';
import { foundOrder, globalAnswer, mainlandAnswer } from './found-order';
import type { Payment } from '../payments/payment';
import type { UnpaidOrder } from '../payments/unpaid-order';
import type { WeChat } from '../platform/wechat';

function find(request: ApiRequest, wechat: WeChat): Payment | UnpaidOrder {
	const { out_trade_no: number = '' } = request.params;
	const { payments } = wechat;
	return foundOrder<Payment | UnpaidOrder>(
		request,
		wechat,
		() => payments.withOutTradeNo(number) ?? payments.unpaidWithOutTradeNo(number),
	);
}

/** Order query by the merchant's number: the only one for unpaid orders. */
export const orderByOutTradeNo: Api = {
	method: 'GET',
	path: '/v3/pay/transactions/out-trade-no/{out_trade_no}',
	handle: (request, wechat) => mainlandAnswer(find(request, wechat)),
};

export const globalOrderByOutTradeNo: Api = {
	method: 'GET',
	path: '/v3/global/transactions/out-trade-no/{out_trade_no}',
	handle: (request, wechat) => globalAnswer(find(request, wechat)),
};
