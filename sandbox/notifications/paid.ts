import type { CombinedPayment } from '../payments/combined-payment';
import type { Payment, PromotionDetail } from '../payments/payment';
import type { NotificationContent, Notified } from './notification';

/** A buyer has paid. */
export function transactionSuccess(payment: Payment): NotificationContent {
	return paidNotice(payment);
}

export const paidNotice = (resource: unknown): NotificationContent => ({
	eventType: 'TRANSACTION.SUCCESS',
	originalType: 'transaction',
	summary: '支付成功',
	resource,
});

/** An order of a service provider's merchant, as notifications and queries write it. */
export function partnerOrder<
	Order extends { mchid: string; appid: string; payer?: Payment['payer'] },
>({ mchid, appid, payer, ...order }: Order, sub_mchid: string) {
	return {
		sp_appid: appid,
		sp_mchid: mchid,
		sub_mchid,
		...order,
		...(payer ? { payer: { sp_openid: payer.openid } } : {}),
	};
}

/** A buyer has paid at a merchant of the service provider whom this notification goes to. */
export function partnerTransaction(payment: Payment, notified: Notified): NotificationContent {
	return paidNotice(partnerOrder(payment, notified.subMchid));
}

/** The same across the border, to an institution: WeChat's number has its mainland name there. */
export function institutionTransaction(payment: Payment, notified: Notified): NotificationContent {
	const { transaction_id } = payment;
	const { id, ...order } = globalOrder(payment, 'wechatpay_contribute_amount');
	const own = { ...order, transaction_id: id ?? transaction_id } as unknown as Payment;
	return paidNotice(partnerOrder(own, notified.subMchid));
}

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

/** A buyer has paid across the border. */
export function globalTransaction(payment: Payment): NotificationContent {
	return paidNotice(globalOrder(payment, 'wechatpay_contribute_amount'));
}

/** An order as global WeChat Pay writes it; notifications and queries name WeChat's contribution differently. */
export function globalOrder(
	{ transaction_id, promotion_detail, ...order }: Payment,
	contribution: 'wechatpay_contribute_amount' | 'wxpay_contribute_amount',
): Record<string, unknown> {
	return {
		id: transaction_id,
		...order,
		...(promotion_detail
			? { promotion_detail: promotion_detail.map((detail) => promotion(detail, contribution)) }
			: {}),
	};
}

function promotion(detail: PromotionDetail, contribution: string): Record<string, unknown> {
	const { coupon_id, name, scope, type, amount, stock_id, currency, goods_detail } = detail;
	return {
		promotion_id: coupon_id,
		...(name === undefined ? {} : { name }),
		...(scope === undefined ? {} : { scope }),
		type: type === 'CASH' ? 'COUPON' : 'DISCOUNT',
		amount,
		...(currency === undefined ? {} : { currency }),
		...(stock_id === undefined ? {} : { activity_id: stock_id }),
		[contribution]: detail.wechatpay_contribute ?? 0,
		merchant_contribute_amount: detail.merchant_contribute ?? 0,
		other_contribute_amount: detail.other_contribute ?? 0,
		...(goods_detail
			? {
					goods_detail: goods_detail.map(({ goods_id, goods_remark, quantity, unit_price }) => ({
						goods_id,
						...(goods_remark === undefined ? {} : { goods_remark }),
						quantity,
						price: unit_price,
					})),
				}
			: {}),
	};
}
