import { beijingTime } from '../core/beijing-time';
import { DIGITS, randomText, type RandomSource } from '../core/random';

const DESCRIPTIONS = {
	NOTPAY: '订单未支付',
	CLOSED: '订单已关闭',
	USERPAYING: '用户支付中，需要输入密码',
	PAYERROR: '支付失败(其他原因，如银行返回失败)',
	REVOKED: '已撤销（刷卡支付）',
};

export type UnpaidState = keyof typeof DESCRIPTIONS;

/** Fields of an unpaid order that a test sets. */
export interface UnpaidOrderRequest {
	/** Of a service provider's order. */
	sub_mchid?: string;
	out_trade_no?: string;
	/** Smallest unit, fen for CNY. */
	total: number;
	currency?: string;
	/** `NOTPAY` by default. */
	state?: UnpaidState;
}

/** An unpaid order as a query returns it. */
export interface UnpaidOrder {
	mchid: string;
	appid: string;
	sub_mchid?: string;
	out_trade_no: string;
	trade_state: UnpaidState;
	trade_state_desc: string;
	amount: { total: number; currency: string; payer_currency: string };
	scene_info: { device_id: string };
	promotion_detail: [];
}

export function makeUnpaidOrder(
	{ sub_mchid, out_trade_no, total, currency = 'CNY', state = 'NOTPAY' }: UnpaidOrderRequest,
	{
		mchid,
		appid,
		atMs,
		random,
	}: { mchid: string; appid: string; atMs: number; random: RandomSource },
): UnpaidOrder {
	const day = beijingTime(atMs).slice(0, 10).replaceAll('-', '');
	return {
		mchid,
		appid,
		...(sub_mchid === undefined ? {} : { sub_mchid }),
		out_trade_no: out_trade_no ?? `SB${day}${randomText(random, 14, DIGITS)}`,
		trade_state: state,
		trade_state_desc: DESCRIPTIONS[state],
		amount: { total, currency, payer_currency: currency },
		scene_info: { device_id: '' },
		promotion_detail: [],
	};
}

export function close(order: UnpaidOrder): void {
	Object.assign(order, { trade_state: 'CLOSED', trade_state_desc: DESCRIPTIONS.CLOSED });
}
