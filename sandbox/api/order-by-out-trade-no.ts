import type { Api, ApiRequest } from './api';
import { foundOrder, globalAnswer, mainlandAnswer } from './found-order';
import type { Payment } from '../payment';
import type { WeChat } from '../wechat';

const find = (request: ApiRequest, wechat: WeChat): Payment =>
	foundOrder(request, wechat, () =>
		wechat.payments.withOutTradeNo(request.params.out_trade_no ?? ''),
	);

/** Order query by the merchant's number. */
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
