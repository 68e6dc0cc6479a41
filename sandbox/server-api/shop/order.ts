import { ALPHANUMERIC, DIGITS, randomText, type RandomSource } from '../../core/random';
import type { FoundSku } from './product';

/** 10 unpaid, 20 to ship, 21 partly shipped, 30 to receive, 100 done, 200 cancelled after sale, 250 cancelled. */
export type ShopOrderStatus = 10 | 20 | 21 | 30 | 100 | 200 | 250;

/** An order of the Shop, as `order/get` answers it. Seconds and fen. */
export interface ShopOrder {
	order_id: string;
	status: ShopOrderStatus;
	create_time: number;
	update_time: number;
	openid: string;
	unionid: string;
	order_detail: {
		product_infos: {
			product_id: string;
			sku_id: string;
			sku_cnt: number;
			sku_code: string;
			title: string;
			sale_price: number;
			real_price: number;
			on_aftersale_sku_cnt: number;
			finish_aftersale_sku_cnt: number;
		}[];
		pay_info: {
			transaction_id?: string;
			prepay_id: string;
			pay_time?: number;
			payment_method: number;
		};
		price_info: {
			product_price: number;
			order_price: number;
			freight: number;
			/** Spelled as WeChat spells it. */
			merchant_receieve_price: number;
		};
		delivery_info: { delivery_product_info: [] };
	};
	aftersale_detail: { on_aftersale_order_cnt: number; aftersale_order_list: [] };
}

/** What a buyer buys. */
export interface Sale {
	sku_id: string;
	/** Units: 1. */
	count?: number;
	openid?: string;
	/** True by default; an unpaid order has taken its stock too. */
	paid?: boolean;
}

export function makeShopOrder(
	{ product, sku }: FoundSku,
	{ count = 1, openid, paid = true }: Sale,
	{ atMs, random }: { atMs: number; random: RandomSource },
): ShopOrder {
	const time = Math.floor(atMs / 1000);
	const price = sku.sale_price * count;
	return {
		order_id: `37${randomText(random, 17, DIGITS)}`,
		status: paid ? 20 : 10,
		create_time: time,
		update_time: time,
		openid: openid ?? `o${randomText(random, 27, ALPHANUMERIC)}`,
		unionid: '',
		order_detail: {
			product_infos: [
				{
					product_id: product.product_id,
					sku_id: sku.sku_id,
					sku_cnt: count,
					sku_code: sku.sku_code,
					title: product.title,
					sale_price: sku.sale_price,
					real_price: price,
					on_aftersale_sku_cnt: 0,
					finish_aftersale_sku_cnt: 0,
				},
			],
			pay_info: {
				prepay_id: `up_wx${randomText(random, 31, DIGITS)}`,
				payment_method: 1,
				...(paid
					? { transaction_id: `4320${randomText(random, 24, DIGITS)}`, pay_time: time }
					: {}),
			},
			price_info: {
				product_price: price,
				order_price: price,
				freight: 0,
				merchant_receieve_price: price,
			},
			delivery_info: { delivery_product_info: [] },
		},
		aftersale_detail: { on_aftersale_order_cnt: 0, aftersale_order_list: [] },
	};
}
