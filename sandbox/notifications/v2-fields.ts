import type { CombinedPayment } from '../payments/combined-payment';
import type { Payment, PromotionDetail } from '../payments/payment';
import type { WeChat } from '../platform/wechat';
import type { Refund } from '../refunds/refund';

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
		...(amount.exchange_rate ? { rate_value: String(amount.exchange_rate.rate) } : {}),
		...promotionFields(payment),
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

/** Discounts on single goods are JSON text; what the merchant pays is missing from the settlement. */
function promotionFields({ amount, promotion_detail = [] }: Payment): Record<string, string> {
	const merchants = promotion_detail
		.filter(({ type }) => type === 'NOCASH')
		.reduce((sum, one) => sum + one.amount, 0);
	const single = promotion_detail.filter(({ goods_detail }) => goods_detail);
	return {
		...(merchants > 0 ? { settlement_total_fee: String(amount.total - merchants) } : {}),
		...(single.length > 0
			? { promotion_detail: JSON.stringify({ promotion_detail: single.map(v2Promotion) }) }
			: {}),
	};
}

const v2Promotion = (detail: PromotionDetail): object => ({
	promotion_id: detail.coupon_id,
	name: detail.name ?? '',
	scope: detail.scope ?? 'SINGLE',
	type: detail.type === 'CASH' ? 'COUPON' : 'DISCOUNT',
	amount: detail.amount,
	activity_id: detail.stock_id ?? '',
	wxpay_contribute: detail.wechatpay_contribute ?? 0,
	merchant_contribute: detail.merchant_contribute ?? 0,
	other_contribute: detail.other_contribute ?? 0,
	goods_detail: (detail.goods_detail ?? []).map(({ unit_price: price, ...good }) => ({
		...good,
		price,
	})),
});

/** What APIv2 says of a combined order: its parts are JSON text. */
export function v2CombinedFields(
	{ mchid, appid }: Pick<WeChat, 'mchid' | 'appid'>,
	combined: CombinedPayment,
): Record<string, string> {
	const order_list = combined.payments.map((payment) => ({
		appid: payment.appid,
		mch_id: payment.mchid,
		openid: payment.payer.openid,
		total_fee: payment.amount.total,
		cash_fee: payment.amount.payer_total,
		transaction_id: payment.transaction_id,
		out_trade_no: payment.out_trade_no,
		...(payment.attach === undefined ? {} : { attach: payment.attach }),
		time_end: payment.success_time.slice(0, 19).replace(/\D/g, ''),
	}));
	return {
		return_code: 'SUCCESS',
		result_code: 'SUCCESS',
		combine_appid: appid,
		combine_mch_id: mchid,
		combine_openid: combined.openid,
		combine_out_trade_no: combined.combine_out_trade_no,
		trade_type: 'JSAPI',
		bank_type: 'OTHERS',
		sub_order_list: JSON.stringify({ order_num: order_list.length, order_list }),
	};
}

const STATUS = { SUCCESS: 'SUCCESS', ABNORMAL: 'CHANGE', CLOSED: 'REFUNDCLOSE' };

/** What APIv2 encrypts about a refund. @throws Error for one that has not ended */
export function v2RefundFields(refund: Refund): Record<string, string> {
	const { amount, status, success_time } = refund;
	if (status === 'PROCESSING') {
		throw new Error('WeChat does not notify of a refund under way: settle it first');
	}
	return {
		out_refund_no: refund.out_refund_no,
		out_trade_no: refund.out_trade_no,
		refund_account:
			refund.funds_account === 'UNSETTLED'
				? 'REFUND_SOURCE_UNSETTLED_FUNDS'
				: 'REFUND_SOURCE_RECHARGE_FUNDS',
		cash_refund_fee: String(amount.payer_refund),
		refund_fee: String(amount.refund),
		refund_id: refund.refund_id,
		refund_recv_accout: refund.user_received_account,
		refund_request_source: 'API',
		refund_status: STATUS[status],
		settlement_refund_fee: String(amount.settlement_refund),
		settlement_total_fee: String(amount.settlement_total),
		success_time: (success_time ?? '').slice(0, 19).replace('T', ' '),
		total_fee: String(amount.total),
		transaction_id: refund.transaction_id,
	};
}
