import { globalOrder, partnerOrder } from '../notifications/paid';
import type { Payment } from '../payments/payment';
import { close, type UnpaidOrder } from '../payments/unpaid-order';
import type { WeChat } from '../platform/wechat';
import type { App, Call } from '../server/app';
import { WeChatError } from './errors';
import { bodyOwner, checkOwner, jsonBody, queryOwner, type OwnerFields } from './request';

type Order = Payment | UnpaidOrder;

/** The paths of orders: a merchant's own, those of a service provider, and the two families across the border. */
const FAMILIES = [
	{ path: '/v3/pay/transactions', owner: 'direct', global: false },
	{ path: '/v3/pay/partner/transactions', owner: 'partner', global: false },
	{ path: '/v3/global/transactions', owner: 'either', global: true },
	{ path: '/hk/v3/transactions', owner: 'either', global: true },
] as const;
type Family = (typeof FAMILIES)[number];

/** Order queries by both numbers (unpaid orders by the merchant's only), and closing unpaid orders. */
export function addOrders(api: App, wechat: WeChat): void {
	const { payments } = wechat;
	for (const family of FAMILIES) {
		api.get(`${family.path}/id/:id`, (call) => {
			const sub = ownerOf(queryOwner(call), family, wechat);
			const found = payments.withTransactionId(call.req.param('id') ?? '');
			return call.json(answer(found?.sub_mchid === sub ? found : undefined, family, wechat));
		});
		api.get(`${family.path}/out-trade-no/:number`, (call) => {
			const sub = ownerOf(queryOwner(call), family, wechat);
			const number = call.req.param('number') ?? '';
			const found =
				payments.withOutTradeNo(number, sub) ?? payments.unpaidWithOutTradeNo(number, sub);
			return call.json(answer(found, family, wechat));
		});
		api.post(`${family.path}/out-trade-no/:number/close`, async (call: Call) => {
			const sub = ownerOf(bodyOwner(await jsonBody(call)), family, wechat, 'body');
			closeUnpaid(call.req.param('number') ?? '', sub, wechat);
			return call.body(null, 204);
		});
	}
}

/** A path of service providers needs both merchants, and one of direct merchants takes only their own. */
function ownerOf(
	fields: OwnerFields,
	{ owner }: Family,
	wechat: WeChat,
	location: 'query' | 'body' = 'query',
): string | undefined {
	const { mchid, sp_mchid, sub_mchid } = fields;
	if (owner === 'direct') {
		return checkOwner({ mchid, sp_mchid: undefined, sub_mchid }, wechat, location);
	}
	return checkOwner(
		owner === 'partner' ? { mchid, sp_mchid: sp_mchid ?? '', sub_mchid } : fields,
		wechat,
		location,
	);
}

/** An order with its present state: one that a refund was asked for is no longer `SUCCESS`. */
function answer(order: Order | undefined, { global }: Family, wechat: WeChat): object {
	if (!order) throw orderNotExist();
	const refunded = isPaid(order) && wechat.refunds.ofTransaction(order.transaction_id).length > 0;
	const present = refunded
		? { ...order, trade_state: 'REFUND', trade_state_desc: '转入退款' }
		: order;
	const own = present.sub_mchid ? partnerOrder(present, present.sub_mchid) : present;
	// Global WeChat Pay calls its own order number `id`.
	return global && isPaid(present) ? globalOrder(own as Payment, 'wxpay_contribute_amount') : own;
}

const orderNotExist = (): WeChatError =>
	new WeChatError(404, 'ORDER_NOT_EXIST', '订单不存在', undefined, '268512771');

const isPaid = (order: Order): order is Payment => 'transaction_id' in order;

function closeUnpaid(number: string, sub: string | undefined, { payments }: WeChat): void {
	if (payments.withOutTradeNo(number, sub)) {
		throw new WeChatError(400, 'ORDER_PAID', '该订单已支付', undefined, '268449538');
	}
	const order = payments.unpaidWithOutTradeNo(number, sub);
	if (!order) throw orderNotExist();
	if (order.trade_state === 'CLOSED') throw new WeChatError(400, 'ORDER_CLOSED', '该订单已关闭');
	if (order.trade_state === 'USERPAYING') {
		throw new WeChatError(429, 'FREQUENCY_LIMITED', '用户支付中，请稍后再试');
	}
	close(order);
}
