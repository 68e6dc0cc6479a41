import type { Payment } from '../payment';
import type { WeChat } from '../wechat';
import type { ApiAnswer, ApiRequest } from './api';
import { paramError, WeChatError } from './wechat-error';

/** Looks an order up for the merchant that `mchid` names. */
export function foundOrder(
	{ query }: ApiRequest,
	wechat: WeChat,
	find: () => Payment | undefined,
): Payment {
	const mchid = query.get('mchid');
	if (!mchid) throw paramError('mchid', mchid, 'mchid is required');
	if (mchid !== wechat.mchid) {
		throw new WeChatError(400, 'PARAM_ERROR', '商户号与签名的商户号不一致', undefined, '268447843');
	}
	const payment = find();
	if (!payment) throw new WeChatError(404, 'ORDER_NOT_EXIST', '订单不存在', undefined, '268512771');
	return payment;
}

export const mainlandAnswer = (payment: Payment): ApiAnswer => ({ status: 200, body: payment });

/** Global WeChat Pay calls its own order number `id`. */
export function globalAnswer({ transaction_id, ...order }: Payment): ApiAnswer {
	return { status: 200, body: { id: transaction_id, ...order } };
}
