import { globalOrder } from '../notifications/global-transaction';
import type { Payment } from '../payments/payment';
import type { UnpaidOrder } from '../payments/unpaid-order';
import type { WeChat } from '../platform/wechat';
import type { ApiAnswer, ApiRequest } from './api';
import { checkMchid } from './merchant-id';
import { WeChatError } from './wechat-error';

/** An order with its present state: one that a refund was asked for is no longer `SUCCESS`. */
export function foundOrder<Order extends Payment | UnpaidOrder>(
	{ query }: ApiRequest,
	wechat: WeChat,
	find: () => Order | undefined,
): Order {
	checkMchid(query.get('mchid'), wechat);
	const order = find();
	if (!order) throw orderNotExist();
	const refunded = isPaid(order) && wechat.refunds.ofTransaction(order.transaction_id).length > 0;
	return refunded ? { ...order, trade_state: 'REFUND', trade_state_desc: '转入退款' } : order;
}

export const orderNotExist = (): WeChatError =>
	new WeChatError(404, 'ORDER_NOT_EXIST', '订单不存在', undefined, '268512771');

export const isPaid = (order: Payment | UnpaidOrder): order is Payment => 'transaction_id' in order;

export const mainlandAnswer = (order: Payment | UnpaidOrder): ApiAnswer => ({
	status: 200,
	body: order,
});

/** Global WeChat Pay calls its own order number `id`. */
export const globalAnswer = (order: Payment | UnpaidOrder): ApiAnswer => ({
	status: 200,
	body: isPaid(order) ? globalOrder(order, 'wxpay_contribute_amount') : order,
});
