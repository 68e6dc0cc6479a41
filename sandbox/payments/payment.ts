import { beijingTime } from '../core/beijing-time';
import { ALPHANUMERIC, DIGITS, randomText, type RandomSource } from '../core/random';

/** One coupon or discount of a payment, as WeChat reports it. Amounts in fen. */
export interface PromotionDetail {
	coupon_id: string;
	name?: string;
	scope?: 'GLOBAL' | 'SINGLE';
	type?: 'CASH' | 'NOCASH';
	amount: number;
	stock_id?: string;
	wechatpay_contribute?: number;
	merchant_contribute?: number;
	other_contribute?: number;
	currency?: string;
	goods_detail?: {
		goods_id: string;
		quantity: number;
		unit_price: number;
		discount_amount: number;
		goods_remark?: string;
	}[];
}

/** Fields of a payment that a test sets; the rest is generated. */
export interface PaymentOrder {
	/** Of a service provider's order: the merchant that it is made for. */
	sub_mchid?: string;
	out_trade_no?: string;
	/** 28 digits when generated. */
	transaction_id?: string;
	/** Order total in the currency's smallest unit, fen for CNY. */
	total: number;
	/** What the wallet paid; by default the total less the promotions. */
	payer_total?: number;
	currency?: string;
	payer_currency?: string;
	/** Global payments only. `rate` is an integer, times 10^8. */
	exchange_rate?: { type: string; rate: number };
	/** Product name, in bills only: 示例商品 by default. */
	description?: string;
	attach?: string;
	openid?: string;
	trade_type?: string;
	bank_type?: string;
	/** RFC 3339; now by default. */
	success_time?: string;
	scene_info?: { device_id: string };
	promotion_detail?: PromotionDetail[];
}

/** The `transaction` resource of a paid order of a direct merchant, fields and order as WeChat sends them. */
export interface Payment {
	mchid: string;
	appid: string;
	/** Only of a service provider's order, whose `mchid` is the provider's. */
	sub_mchid?: string;
	out_trade_no: string;
	transaction_id: string;
	trade_type: string;
	trade_state: string;
	trade_state_desc: string;
	bank_type: string;
	attach?: string;
	success_time: string;
	payer: { openid: string };
	amount: {
		total: number;
		payer_total: number;
		currency: string;
		payer_currency: string;
		exchange_rate?: { type: string; rate: number };
	};
	scene_info?: { device_id: string };
	promotion_detail?: PromotionDetail[];
}

/** Who is paid, when, and the source of generated ids. */
export interface PaymentSetting {
	mchid: string;
	appid: string;
	atMs: number;
	random: RandomSource;
}

/** The paid order that WeChat would keep for it; missing fields are generated. */
export function makePayment(order: PaymentOrder, setting: PaymentSetting): Payment {
	const { random } = setting;
	const successTime = order.success_time ?? beijingTime(setting.atMs);
	const day = beijingTime(setting.atMs).slice(0, 10).replaceAll('-', '');
	const discount = (order.promotion_detail ?? []).reduce((sum, { amount }) => sum + amount, 0);
	const currency = order.currency ?? 'CNY';
	return {
		mchid: setting.mchid,
		appid: setting.appid,
		...(order.sub_mchid === undefined ? {} : { sub_mchid: order.sub_mchid }),
		out_trade_no: order.out_trade_no ?? `SB${day}${randomText(random, 14, DIGITS)}`,
		transaction_id:
			order.transaction_id ??
			`4200${randomText(random, 6, DIGITS)}${day}${randomText(random, 10, DIGITS)}`,
		trade_type: order.trade_type ?? 'JSAPI',
		trade_state: 'SUCCESS',
		trade_state_desc: '支付成功',
		bank_type: order.bank_type ?? 'OTHERS',
		...(order.attach === undefined ? {} : { attach: order.attach }),
		success_time: successTime,
		payer: { openid: order.openid ?? `o${randomText(random, 27, ALPHANUMERIC)}` },
		amount: {
			total: order.total,
			payer_total: order.payer_total ?? order.total - discount,
			currency,
			payer_currency: order.payer_currency ?? currency,
			...(order.exchange_rate ? { exchange_rate: order.exchange_rate } : {}),
		},
		...(order.scene_info ? { scene_info: order.scene_info } : {}),
		...(order.promotion_detail ? { promotion_detail: order.promotion_detail } : {}),
	};
}
