import { ALPHANUMERIC, DIGITS, randomText, type RandomSource } from '../../core/random';
import type { ShopOrder, ShopOrderLine, ShopOrderPrices, ShopOrderStatus } from './order';
import type { FoundSku } from './product';
import { deliveryInfo, recipientOf } from './recipient';
import type { Sale, SoldLine } from './sale';

export interface FoundLine extends FoundSku {
	line: SoldLine;
}

const DAY_S = 24 * 3600;

/** What the platform keeps of each sale before settlement: 2 %, rounded down. */
export const platformFee = (fen: number): number => Math.floor(fen / 50);

export function makeShopOrder(
	found: FoundLine[],
	sale: Sale,
	{ atMs, random }: { atMs: number; random: RandomSource },
): ShopOrder {
	const time = Math.floor(atMs / 1000);
	const { paid = true, waiting, freight = 0, payment_method: method = 1 } = sale;
	const lines = found.map((one) => orderLine(one, time, random));
	const prices = pricesOf(lines, freight);
	const status: ShopOrderStatus = paid ? (waiting ?? 20) : 10;
	const [influencer] = found.flatMap(({ line }) => line.influencer ?? []);
	return {
		order_id: `37${randomText(random, 17, DIGITS)}`,
		status,
		create_time: time,
		update_time: time,
		openid: sale.openid ?? `o${randomText(random, 27, ALPHANUMERIC)}`,
		unionid: sale.unionid ?? '',
		is_present: waiting === 12,
		order_detail: {
			product_infos: lines,
			pay_info: {
				prepay_id: `up_wx${randomText(random, 31, DIGITS)}`,
				payment_method: method,
				transaction_id: paid && method === 1 ? `4320${randomText(random, 24, DIGITS)}` : '',
				...(paid ? { pay_time: time } : {}),
			},
			price_info: prices,
			delivery_info: deliveryInfo(recipientOf(sale)),
			ext_info: {
				customer_notes: sale.notes ?? '',
				merchant_notes: '',
				live_id: sale.live_id ?? '',
				finder_id: influencer?.finder_id ?? '',
				order_scene: sale.live_id === undefined ? 1 : 2,
			},
			...attribution(found),
			settle_info: { predict_commission_fee: platformFee(prices.merchant_receieve_price) },
		},
		aftersale_detail: { on_aftersale_order_cnt: 0, aftersale_order_list: [] },
	};
}

function orderLine({ product, sku, line }: FoundLine, time: number, random: RandomSource) {
	const { count = 1, gift = false, discounts = {}, presaleDays } = line;
	const full = sku.sale_price * count;
	const { influencer = 0, platform = 0 } = discounts;
	const shop = gift ? full : (discounts.shop ?? 0);
	const real = full - shop - influencer - platform;
	const ship = time + (presaleDays ?? 2) * DAY_S;
	const made: ShopOrderLine = {
		product_id: product.product_id,
		sku_id: sku.sku_id,
		product_unique_id: randomText(random, 12, DIGITS),
		sku_cnt: count,
		sku_code: sku.sku_code,
		out_sku_id: sku.out_sku_id,
		title: product.title,
		sale_price: sku.sale_price,
		real_price: real,
		estimate_price: real,
		is_discounted: real !== full,
		is_change_price: false,
		merchant_discounted_price: shop,
		finder_discounted_price: influencer,
		cash_coupon_discounted_price: platform,
		is_free_gift: gift ? 1 : 0,
		on_aftersale_sku_cnt: 0,
		finish_aftersale_sku_cnt: 0,
		delivery_deadline: ship,
		sku_deliver_info:
			presaleDays === undefined
				? { stock_type: 0 }
				: { stock_type: 1, predict_delivery_time: ship },
	};
	return made;
}

function pricesOf(lines: ShopOrderLine[], freight: number): ShopOrderPrices {
	const sum = (value: (line: ShopOrderLine) => number) =>
		lines.reduce((total, line) => total + value(line), 0);
	const product = sum(({ sale_price, sku_cnt }) => sale_price * sku_cnt);
	const shop = sum((line) => line.merchant_discounted_price);
	const influencer = sum((line) => line.finder_discounted_price);
	const platform = sum((line) => line.cash_coupon_discounted_price);
	const original = product + freight;
	return {
		product_price: product,
		freight,
		original_order_price: original,
		order_price: original - shop - influencer - platform,
		is_discounted: shop + influencer + platform > 0,
		discounted_price: shop,
		merchant_discounted_price: shop,
		finder_discounted_price: influencer,
		cash_coupon_discounted_price: platform,
		is_change_freight: false,
		merchant_receieve_price: original - shop,
	};
}

const attribution = (found: FoundLine[]) => {
	const sold = found.flatMap(({ sku, line: { influencer } }) =>
		influencer ? [{ sku_id: sku.sku_id, influencer }] : [],
	);
	return {
		commission_infos: sold.map(({ sku_id, influencer }) => ({
			sku_id,
			nickname: influencer.nickname,
			type: 0 as const,
			status: 1 as const,
			amount: influencer.commission ?? 0,
			finder_id: influencer.finder_id,
		})),
		source_infos: sold.map(({ sku_id, influencer }) => ({
			sku_id,
			account_type: 5,
			account_id: influencer.finder_id,
			account_nickname: influencer.nickname,
			sale_channel: 100,
		})),
	};
};
