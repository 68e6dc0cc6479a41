import { beijingClock } from '../core/beijing-time';
import { couponTotals, settlementTotal, feeOf, feeRateText } from '../payments/fees';
import type { Payment } from '../payments/payment';
import { majorText } from '../payments/rates';
import type { Refund } from '../refunds/refund';
import type { BillDay } from './bill-day';
import { billText, summaryNumber } from './csv';
import { TRADE_COLUMNS, TRADE_SUMMARY, type TradeBillType, type TradeRow } from './trade-columns';

const REFUND_STATES = {
	SUCCESS: 'SUCCESS',
	PROCESSING: 'PROCESSING',
	ABNORMAL: 'CHANGE',
	CLOSED: 'FAIL',
};
const NO_REFUND = {
	退款申请时间: '',
	退款成功时间: '',
	微信退款单号: '0',
	商户退款单号: '0',
	退款金额: '0.00',
	充值券退款金额: '0.00',
	退款类型: '',
	退款状态: '',
	申请退款金额: '0.00',
};

/** The trade bill of a day as WeChat writes it; undefined when nothing of that type happened. */
export function tradeBill(
	day: BillDay,
	type: TradeBillType,
	descriptionOf: (payment: Payment) => string,
): string | undefined {
	const payments = type === 'REFUND' ? [] : day.payments;
	const refunds = type === 'SUCCESS' ? [] : day.refunds;
	const rows = [
		...payments.map((payment) =>
			paymentRow(payment, descriptionOf(payment), day.feeRateOf(payment)),
		),
		...refunds.map(({ refund, payment }) =>
			refundRow(refund, payment, descriptionOf(payment), day.feeRateOf(payment)),
		),
	].sort((a, b) => (a.交易时间 < b.交易时间 ? -1 : a.交易时间 > b.交易时间 ? 1 : 0));
	if (rows.length === 0) return undefined;
	const header = TRADE_COLUMNS[type];
	const lines = rows.map((row) => header.map((column) => row[column]));
	return billText(header, lines, { header: TRADE_SUMMARY, values: summary(rows) });
}

function paymentRow(payment: Payment, description: string, rate: number): TradeRow {
	const settled = settlementTotal(payment);
	return {
		...orderColumns(payment, description, payment.success_time, rate),
		...NO_REFUND,
		交易状态: 'SUCCESS',
		应结订单金额: majorText(settled),
		代金券金额: majorText(couponTotals(payment).prepaid),
		手续费: feeText(feeOf(settled, rate)),
		订单金额: majorText(payment.amount.total),
	};
}

function refundRow(refund: Refund, payment: Payment, description: string, rate: number): TradeRow {
	const { amount, status } = refund;
	return {
		...orderColumns(payment, description, refund.create_time, rate),
		交易状态: 'REFUND',
		应结订单金额: '0.00',
		代金券金额: '0.00',
		退款申请时间: beijingClock(refund.create_time),
		退款成功时间: refund.success_time ? beijingClock(refund.success_time) : '',
		微信退款单号: refund.refund_id,
		商户退款单号: refund.out_refund_no,
		退款金额: majorText(amount.settlement_refund),
		充值券退款金额: majorText(amount.settlement_refund - amount.payer_refund),
		退款类型: refund.channel,
		退款状态: REFUND_STATES[status],
		手续费: feeText(-feeOf(amount.settlement_refund, rate)),
		订单金额: '0.00',
		申请退款金额: majorText(amount.refund),
	};
}

/** Fees have five decimals; there is no minus before zero. */
const feeText = (fen: number): string => (fen === 0 ? 0 : fen / 100).toFixed(5);

function orderColumns(payment: Payment, description: string, time: string, rate: number) {
	return {
		交易时间: beijingClock(time),
		公众账号ID: payment.appid,
		商户号: payment.mchid,
		特约商户号: payment.sub_mchid ?? '0',
		设备号: payment.scene_info?.device_id ?? '',
		微信订单号: payment.transaction_id,
		商户订单号: payment.out_trade_no,
		用户标识: payment.payer.openid,
		交易类型: payment.trade_type,
		付款银行: payment.bank_type,
		货币种类: payment.amount.currency,
		商品名称: description,
		商户数据包: payment.attach ?? '',
		费率: feeRateText(rate),
		费率备注: '',
	};
}

function summary(rows: TradeRow[]): string[] {
	const sum = (column: keyof TradeRow): string =>
		summaryNumber(
			rows.reduce((total, row) => total + Math.round(Number(row[column]) * 100), 0) / 100,
		);
	return [
		summaryNumber(rows.length),
		sum('应结订单金额'),
		sum('退款金额'),
		sum('充值券退款金额'),
		sum('手续费'),
		sum('订单金额'),
		sum('申请退款金额'),
	];
}
