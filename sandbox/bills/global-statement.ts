import { beijingClock } from '../core/beijing-time';
import { couponTotals, settlementTotal, feeOf, feeRateText } from '../payments/fees';
import type { Payment } from '../payments/payment';
import { convert, majorText, rateTimes1e8 } from '../payments/rates';
import type { Refund } from '../refunds/refund';
import type { BillDay } from './bill-day';
import { billText } from './csv';

/** The 38 columns of the global statement. */
export const STATEMENT_COLUMNS = [
	...['交易时间', '公众账号ID', '商户号', '子商户号', '设备号', '微信订单号', '商户订单号'],
	...['用户标识', '交易类型', '交易状态', '付款银行'],
	...['充值券币种', '充值券金额', '优惠券币种', '优惠券金额'],
	...['微信退款单号', '商户退款单号', '退款类型', '退款状态'],
	...['商品名称', '商户数据包', '手续费', '费率'],
	...['标价币种', '订单金额', '用户支付币种', '用户支付金额', '结算币种', '应结订单金额'],
	...['支付汇率', '退款汇率', '申请退款金额', '用户退款币种', '用户退款金额'],
	...['退款结算币种', '退款应结订单金额', '充值券退款金额', '优惠券退款金额'],
];

/** Values by column; what is missing is empty. */
export type StatementRow = Record<string, string>;

/** What the merchant is settled in, and what its products are called. */
export interface StatementSetting {
	settlementCurrency: string;
	descriptionOf: (payment: Payment) => string;
}

/** The statement of a day's cross-border transactions; undefined when there was none. */
export function globalStatement(day: BillDay, setting: StatementSetting): string | undefined {
	const rows = [
		...day.payments.map((payment) => paymentRow(payment, day.feeRateOf(payment), setting)),
		...day.refunds.map(({ refund, payment }) =>
			refundRow(refund, payment, day.feeRateOf(payment), setting),
		),
	];
	if (rows.length === 0) return undefined;
	return billText(
		STATEMENT_COLUMNS,
		rows.map((row) => STATEMENT_COLUMNS.map((column) => row[column] ?? '')),
	);
}

function paymentRow(
	payment: Payment,
	rate: number,
	{ settlementCurrency, descriptionOf }: StatementSetting,
): StatementRow {
	const { total, currency } = payment.amount;
	const settled = convert(settlementTotal(payment), currency, settlementCurrency);
	const coupons = couponTotals(payment);
	return {
		...orderColumns(payment, payment.success_time, descriptionOf(payment), rate),
		交易状态: 'SUCCESS',
		充值券币种: currency,
		充值券金额: majorText(coupons.prepaid, currency),
		优惠券币种: currency,
		优惠券金额: majorText(coupons.free, currency),
		微信退款单号: '0',
		商户退款单号: '0',
		手续费: majorText(feeOf(settled, rate), settlementCurrency),
		订单金额: majorText(total, currency),
		用户支付金额: majorText(payment.amount.payer_total, payment.amount.payer_currency),
		结算币种: settlementCurrency,
		应结订单金额: majorText(settled, settlementCurrency),
		支付汇率: String(paymentRate(payment, settlementCurrency)),
	};
}

function refundRow(
	refund: Refund,
	payment: Payment,
	rate: number,
	{ settlementCurrency, descriptionOf }: StatementSetting,
): StatementRow {
	const { currency, payer_currency } = payment.amount;
	const { settlement_refund, payer_refund, refund: asked } = refund.amount;
	const settled = convert(settlement_refund, currency, settlementCurrency);
	return {
		...orderColumns(payment, refund.create_time, descriptionOf(payment), rate),
		交易状态: 'REFUND',
		微信退款单号: refund.refund_id,
		商户退款单号: refund.out_refund_no,
		退款类型: refund.channel,
		退款状态: refund.status,
		手续费: majorText(-feeOf(settled, rate), settlementCurrency),
		订单金额: majorText(0, currency),
		用户支付金额: majorText(0, payer_currency),
		结算币种: settlementCurrency,
		应结订单金额: majorText(0, settlementCurrency),
		退款汇率: String(paymentRate(payment, settlementCurrency)),
		申请退款金额: majorText(asked, currency),
		用户退款币种: payer_currency,
		用户退款金额: majorText(payer_refund, payer_currency),
		退款结算币种: settlementCurrency,
		退款应结订单金额: majorText(settled, settlementCurrency),
		充值券退款金额: majorText(settlement_refund - payer_refund, currency),
		优惠券退款金额: majorText(asked - settlement_refund, currency),
	};
}

/** Pricing to settlement currency; where these are the same, pricing to wallet currency. Times 10^8. */
function paymentRate({ amount }: Payment, settlementCurrency: string): number {
	const { currency, payer_currency, exchange_rate } = amount;
	if (exchange_rate) return exchange_rate.rate;
	return rateTimes1e8(
		currency,
		currency === settlementCurrency ? payer_currency : settlementCurrency,
	);
}

function orderColumns(
	payment: Payment,
	time: string,
	description: string,
	rate: number,
): StatementRow {
	return {
		交易时间: beijingClock(time),
		公众账号ID: payment.appid,
		商户号: payment.mchid,
		子商户号: payment.sub_mchid ?? '0',
		设备号: payment.scene_info?.device_id ?? '',
		微信订单号: payment.transaction_id,
		商户订单号: payment.out_trade_no,
		用户标识: payment.payer.openid,
		交易类型: payment.trade_type,
		付款银行: payment.bank_type,
		商品名称: description,
		商户数据包: payment.attach ?? '',
		费率: feeRateText(rate),
		标价币种: payment.amount.currency,
		用户支付币种: payment.amount.payer_currency,
	};
}
