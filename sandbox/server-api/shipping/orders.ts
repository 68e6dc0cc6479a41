import { isObject, type JsonObject } from '../../core/json';
import type { Payment } from '../../payments/payment';
import type { WeChat } from '../../platform/wechat';
import type { ServerApiCall } from '../endpoint';
import { ServerApiError } from '../errcode';
import { isVisible } from './found-payment';
import type { OrderState } from './shipping';

const MAX_DESCRIPTION = 120;

/** A payment's state: refunds come before what the buyer did, and that before shipping. */
export function orderState({ transaction_id, amount }: Payment, wechat: WeChat): OrderState {
	if (wechat.refunds.refundedOf(transaction_id) >= amount.total) return 5;
	const { state, shipping } = wechat.serverApi.shipping.of(transaction_id);
	return state ?? (shipping?.finish_shipping ? 2 : 1);
}

/** A payment as order shipping shows it. Fen and seconds. */
export function shippingOrder(payment: Payment, wechat: WeChat): object {
	const { shipping, inComplaint } = wechat.serverApi.shipping.of(payment.transaction_id);
	return {
		transaction_id: payment.transaction_id,
		merchant_id: payment.mchid,
		sub_merchant_id: '',
		merchant_trade_no: payment.out_trade_no,
		description: cut((shipping?.shipping_list ?? []).map(({ goods_desc }) => goods_desc).join(';')),
		paid_amount: payment.amount.payer_total,
		openid: payment.payer.openid,
		trade_create_time: paidAt(payment),
		pay_time: paidAt(payment),
		order_state: orderState(payment, wechat),
		in_complaint: inComplaint,
		shipping: shipping ?? {},
	};
}

/** Seconds. */
export const paidAt = ({ success_time }: Payment): number => Date.parse(success_time) / 1000;

function cut(text: string): string {
	const characters = [...text];
	return characters.length > MAX_DESCRIPTION
		? `${characters.slice(0, MAX_DESCRIPTION).join('')}...`
		: text;
}

const PAGE_SIZE = 100;

/** Payments, the oldest first, by time of payment, state or buyer. */
export function getOrderList({ body }: ServerApiCall, wechat: WeChat): object {
	const { page_size: size = PAGE_SIZE } = body;
	if (!Number.isInteger(size) || Number(size) < 1) throw new ServerApiError(10060014);
	const matching = wechat.payments
		.all()
		.filter((payment) => isVisible(payment, wechat) && matches(payment, body, wechat));
	const from = startOf(body.last_index, matching);
	const page = matching.slice(from, from + Math.min(Number(size), PAGE_SIZE));
	return {
		order_list: page.map((payment) => shippingOrder(payment, wechat)),
		last_index: page.at(-1)?.transaction_id ?? '',
		has_more: from + page.length < matching.length,
	};
}

function matches(payment: Payment, body: JsonObject, wechat: WeChat): boolean {
	const range = isObject(body.pay_time_range) ? body.pay_time_range : {};
	const { begin_time: begin = 0, end_time: end = Infinity } = range;
	const time = paidAt(payment);
	return (
		time >= Number(begin) &&
		time <= Number(end) &&
		(body.openid ?? payment.payer.openid) === payment.payer.openid &&
		(body.order_state === undefined || body.order_state === orderState(payment, wechat))
	);
}

/** Behind the last payment of the page before, which may have left the list. */
function startOf(lastIndex: unknown, payments: Payment[]): number {
	if (lastIndex === undefined || lastIndex === '') return 0;
	const last = payments.findIndex(({ transaction_id }) => transaction_id === lastIndex);
	if (last < 0) throw new ServerApiError(10060011);
	return last + 1;
}
