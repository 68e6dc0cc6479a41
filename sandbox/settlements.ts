import { beijingDay, beijingTime, daysAfter } from './beijing-time';
import { billDay, type BillDay } from './bills/bill-day';
import { settlementTotal } from './coupons';
import { feeOf } from './fee';
import { convert } from './rates';
import type { WeChat } from './wechat';

export type SettleState = 'SETTLED' | 'UNSETTLE';

/** One payout, or one to come. Dates `yyyyMMdd` in Beijing, amounts in the smallest unit of `currency`. */
export interface Settlement {
	batch_id: string;
	settlement_date: string;
	trade_start_date: string;
	trade_end_date: string;
	amount: {
		settled: number;
		unsettle: number;
		currency: string;
		pay: number;
		refund: number;
		net: number;
		fee: number;
	};
	wallet_region: 'CHINA_MAINLAND';
}

/** Each day's trade is settled the day after, the latest trade first. */
export function settlements(wechat: WeChat, state: SettleState): Settlement[] {
	const today = beijingTime(wechat.now()).slice(0, 10);
	const days = [
		...wechat.payments.all().map(({ success_time }) => success_time),
		...wechat.refunds.all().map(({ create_time }) => create_time),
	].map(beijingDay);
	return [...new Set(days)]
		.sort()
		.reverse()
		.filter((day) => daysAfter(day, 1) <= today === (state === 'SETTLED'))
		.map((day) => settlementOf(billDay(wechat, day), day, state, wechat.settlementCurrency));
}

function settlementOf(
	{ payments, refunds }: BillDay,
	day: string,
	state: SettleState,
	currency: string,
): Settlement {
	const paid = payments.map((payment) =>
		convert(settlementTotal(payment), payment.amount.currency, currency),
	);
	const refunded = refunds
		.filter(({ refund }) => refund.status !== 'CLOSED')
		.map(({ refund }) =>
			convert(refund.amount.settlement_refund, refund.amount.currency, currency),
		);
	const [pay, refund] = [sum(paid), sum(refunded)];
	const fee = sum(paid.map(feeOf)) - sum(refunded.map(feeOf));
	const net = pay - refund;
	const due = net - fee;
	const compact = (date: string): string => date.replaceAll('-', '');
	return {
		batch_id: `${compact(day)}000001`,
		settlement_date: compact(daysAfter(day, 1)),
		trade_start_date: compact(day),
		trade_end_date: compact(day),
		amount: {
			settled: state === 'SETTLED' ? due : 0,
			unsettle: state === 'SETTLED' ? 0 : due,
			currency,
			pay,
			refund,
			net,
			fee,
		},
		wallet_region: 'CHINA_MAINLAND',
	};
}

const sum = (amounts: number[]): number => amounts.reduce((total, amount) => total + amount, 0);
