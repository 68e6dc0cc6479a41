import { beijingTime } from '../core/beijing-time';
import type { Payment, PaymentOrder } from './payment';
import { ALPHANUMERIC, DIGITS, randomText, type RandomSource } from '../core/random';

/** Who is paid, when, and where made-up ids come from. */
export interface PaymentSetting {
	mchid: string;
	appid: string;
	atMs: number;
	random: RandomSource;
}

/** The paid order that WeChat would keep for it: what the order leaves open is made up. */
export function makePayment(order: PaymentOrder, setting: PaymentSetting): Payment {
	const { random } = setting;
	const successTime = order.success_time ?? beijingTime(setting.atMs);
	const day = beijingTime(setting.atMs).slice(0, 10).replaceAll('-', '');
	const discount = (order.promotion_detail ?? []).reduce((sum, { amount }) => sum + amount, 0);
	const currency = order.currency ?? 'CNY';
	return {
		mchid: setting.mchid,
		appid: setting.appid,
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
