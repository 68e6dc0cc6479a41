import type { Api, ApiRequest } from './api';
import { foundOrder, globalAnswer, mainlandAnswer } from './found-order';
import type { Payment } from '../payments/payment';
import type { WeChat } from '../platform/wechat';

const find = (request: ApiRequest, wechat: WeChat): Payment =>
	foundOrder(request, wechat, () => wechat.payments.withTransactionId(request.params.id ?? ''));

/** Order query by WeChat's own number. */
export const orderByTransactionId: Api = {
	method: 'GET',
	path: '/v3/pay/transactions/id/{id}',
	handle: (request, wechat) => mainlandAnswer(find(request, wechat)),
};

export const globalOrderByTransactionId: Api = {
	method: 'GET',
	path: '/v3/global/transactions/id/{id}',
	handle: (request, wechat) => globalAnswer(find(request, wechat)),
};
