import type { CombinedPayment } from '../payments/combined-payment';
import type { Payment } from '../payments/payment';
import type { NotificationContent, Notified } from './notification';
import { paidNotice } from './transaction-success';

/** A buyer has paid several orders in one go. */
export function combinedTransaction(
	{ combine_out_trade_no, openid, payments }: CombinedPayment,
	{ mchid, appid }: Notified,
): NotificationContent {
	const scene_info = payments[0]?.scene_info;
	return paidNotice({
		combine_appid: appid,
		combine_mchid: mchid,
		combine_out_trade_no,
		...(scene_info ? { scene_info } : {}),
		sub_orders: payments.map(subOrder),
		combine_payer_info: { openid },
	});
}

function subOrder({ amount, ...payment }: Payment): Record<string, unknown> {
	const { mchid, trade_type, trade_state, bank_type, attach, success_time } = payment;
	return {
		mchid,
		trade_type,
		trade_state,
		bank_type,
		...(attach === undefined ? {} : { attach }),
		success_time,
		transaction_id: payment.transaction_id,
		out_trade_no: payment.out_trade_no,
		...(payment.promotion_detail ? { promotion_detail: payment.promotion_detail } : {}),
		amount: {
			total_amount: amount.total,
			payer_amount: amount.payer_total,
			currency: amount.currency,
			payer_currency: amount.payer_currency,
			...(amount.exchange_rate ? { settlement_rate: amount.exchange_rate.rate } : {}),
		},
	};
}
