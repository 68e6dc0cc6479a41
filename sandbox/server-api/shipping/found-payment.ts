import type { JsonObject } from '../../core/json';
import type { Payment } from '../../payments/payment';
import type { WeChat } from '../../platform/wechat';
import { ServerApiError } from '../errcode';
import { isObject, textOf } from '../../core/json';

/** Payments that order shipping knows: of this mini program, in yuan, and old enough. */
export function isVisible(payment: Payment, { serverApi, now }: WeChat): boolean {
	const visibleMs = Date.parse(payment.success_time) + serverApi.rules.paymentVisibleAfterS * 1000;
	return (
		payment.appid === serverApi.miniProgram.appid &&
		payment.amount.currency === 'CNY' &&
		visibleMs <= now()
	);
}

/** @throws ServerApiError 10060001 */
export function visiblePayment(payment: Payment | undefined, wechat: WeChat): Payment {
	if (payment && isVisible(payment, wechat)) return payment;
	throw new ServerApiError(10060001);
}

export type OrderKey =
	| { order_number_type: 1; mchid: string; out_trade_no: string }
	| { order_number_type: 2; transaction_id: string };

/** @throws ServerApiError 10060014, 268485194, 268485195, 268485196, 268485197 */
export function readOrderKey(key: unknown): OrderKey {
	if (!isObject(key)) throw new ServerApiError(10060014, '，缺少 order_key');
	const { order_number_type } = key;
	if (order_number_type === 2) {
		return { order_number_type, transaction_id: required(key, 'transaction_id', 268485195) };
	}
	if (order_number_type !== 1) throw new ServerApiError(268485194);
	return {
		order_number_type,
		mchid: required(key, 'mchid', 268485196),
		out_trade_no: required(key, 'out_trade_no', 268485197),
	};
}

function required(key: JsonObject, name: string, errcode: number): string {
	const text = textOf(key[name]);
	if (text === undefined) throw new ServerApiError(errcode);
	return text;
}

/** @throws ServerApiError 10060001 */
export function paymentOfKey(key: OrderKey, wechat: WeChat): Payment {
	const { payments, mchid } = wechat;
	if (key.order_number_type === 2) {
		return visiblePayment(payments.withTransactionId(key.transaction_id), wechat);
	}
	const found = key.mchid === mchid ? payments.withOutTradeNo(key.out_trade_no) : undefined;
	return visiblePayment(found, wechat);
}

/** The payment of a query, which calls the same numbers otherwise. @throws ServerApiError 10060001, 10060014 */
export function queriedPayment(body: JsonObject, wechat: WeChat): Payment {
	const transactionId = textOf(body.transaction_id);
	if (transactionId !== undefined) {
		return paymentOfKey({ order_number_type: 2, transaction_id: transactionId }, wechat);
	}
	const mchid = textOf(body.merchant_id);
	const outTradeNo = textOf(body.merchant_trade_no);
	if (mchid === undefined || outTradeNo === undefined) throw new ServerApiError(10060014);
	return paymentOfKey({ order_number_type: 1, mchid, out_trade_no: outTradeNo }, wechat);
}
