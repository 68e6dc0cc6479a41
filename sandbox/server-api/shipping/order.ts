import type { Payment } from '../../payments/payment';
import type { WeChat } from '../../platform/wechat';
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
