import { globalOrder } from '../notifications/paid';
import type { Payment } from '../payments/payment';
import { close, type UnpaidOrder } from '../payments/unpaid-order';
import type { WeChat } from '../platform/wechat';
import type { App, Call } from '../server/app';
import { WeChatError } from './errors';
import { checkMchid, jsonBody } from './request';

type Order = Payment | UnpaidOrder;

/** Order queries by both numbers (unpaid orders by the merchant's only), and closing unpaid orders. */
export function addOrders(api: App, wechat: WeChat): void {
	const { payments } = wechat;
	const byTransactionId = (call: Call): Order =>
		presentOrder(payments.withTransactionId(call.req.param('id') ?? ''), call, wechat);
	const byOutTradeNo = (call: Call): Order => {
		const number = call.req.param('number') ?? '';
		const found = payments.withOutTradeNo(number) ?? payments.unpaidWithOutTradeNo(number);
		return presentOrder(found, call, wechat);
	};
	api.get('/v3/pay/transactions/id/:id', (call) => call.json(byTransactionId(call)));
	api.get('/v3/global/transactions/id/:id', (call) => call.json(asGlobal(byTransactionId(call))));
	api.get('/v3/pay/transactions/out-trade-no/:number', (call) => call.json(byOutTradeNo(call)));
	api.get('/v3/global/transactions/out-trade-no/:number', (call) =>
		call.json(asGlobal(byOutTradeNo(call))),
	);
	const closing = ['pay', 'global'].map(
		(name) => `/v3/${name}/transactions/out-trade-no/:number/close`,
	);
	api.on('POST', closing, async (call) => {
		checkMchid((await jsonBody(call)).mchid, wechat, 'body');
		closeUnpaid(call.req.param('number') ?? '', wechat);
		return call.body(null, 204);
	});
}

/** An order with its present state: one that a refund was asked for is no longer `SUCCESS`. */
function presentOrder(order: Order | undefined, call: Call, wechat: WeChat): Order {
	checkMchid(call.req.query('mchid'), wechat);
	if (!order) throw orderNotExist();
	const refunded = isPaid(order) && wechat.refunds.ofTransaction(order.transaction_id).length > 0;
	return refunded ? { ...order, trade_state: 'REFUND', trade_state_desc: '转入退款' } : order;
}

const orderNotExist = (): WeChatError =>
	new WeChatError(404, 'ORDER_NOT_EXIST', '订单不存在', undefined, '268512771');

const isPaid = (order: Order): order is Payment => 'transaction_id' in order;

/** Global WeChat Pay calls its own order number `id`. */
const asGlobal = (order: Order): object =>
	isPaid(order) ? globalOrder(order, 'wxpay_contribute_amount') : order;

function closeUnpaid(number: string, { payments }: WeChat): void {
	if (payments.withOutTradeNo(number)) {
		throw new WeChatError(400, 'ORDER_PAID', '该订单已支付', undefined, '268449538');
	}
	const order = payments.unpaidWithOutTradeNo(number);
	if (!order) throw orderNotExist();
	if (order.trade_state === 'CLOSED') throw new WeChatError(400, 'ORDER_CLOSED', '该订单已关闭');
	if (order.trade_state === 'USERPAYING') {
		throw new WeChatError(429, 'FREQUENCY_LIMITED', '用户支付中，请稍后再试');
	}
	close(order);
}
