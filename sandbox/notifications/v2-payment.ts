import type { Payment } from '../payments/payment';

/** Fields that WeChat writes without CDATA. */
export const BARE_FIELDS = ['total_fee', 'cash_fee', 'settlement_total_fee'];

/** What APIv2 says of a paid order, without nonce and signature. */
export function v2PaymentFields(payment: Payment): Record<string, string> {
	const { amount, attach, success_time, promotion_detail: coupons } = payment;
	const discount = amount.total - amount.payer_total;
	return {
		appid: payment.appid,
		...(attach === undefined ? {} : { attach }),
		bank_type: payment.bank_type,
		cash_fee: String(amount.payer_total),
		...(amount.payer_currency === 'CNY' ? {} : { cash_fee_type: amount.payer_currency }),
		...(coupons?.length ? { coupon_count: String(coupons.length) } : {}),
		...(coupons?.length ? { coupon_fee: String(discount) } : {}),
		...Object.fromEntries(
			(coupons ?? []).flatMap((coupon, index) => [
				[`coupon_fee_${index}`, String(coupon.amount)],
				[`coupon_id_${index}`, coupon.coupon_id],
				[`coupon_type_${index}`, coupon.type === 'CASH' ? 'CASH' : 'NO_CASH'],
			]),
		),
		fee_type: amount.currency,
		is_subscribe: 'N',
		mch_id: payment.mchid,
		openid: payment.payer.openid,
		out_trade_no: payment.out_trade_no,
		result_code: 'SUCCESS',
		return_code: 'SUCCESS',
		time_end: success_time.slice(0, 19).replace(/\D/g, ''),
		total_fee: String(amount.total),
		trade_type: payment.trade_type,
		transaction_id: payment.transaction_id,
	};
}
