import type { Payment, PromotionDetail } from '../payments/payment';
import type { NotificationContent } from './notification';
import { paidNotice } from './transaction-success';

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
