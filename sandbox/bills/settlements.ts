import { beijingDay, beijingTime, daysAfter } from '../core/beijing-time';
import { settlementTotal, feeOf } from '../payments/fees';
import { convert } from '../payments/rates';
import type { WeChat } from '../platform/wechat';
import { billDay, type BillDay } from './bill-day';

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

/**
 * Trade of whole days, paid out the day after the pool has reached `payoutFrom`, the latest trade first. What has
 * not come together yet, and today's trade, waits.
 */
export function settlements(wechat: WeChat, state: SettleState): Settlement[] {
	const today = beijingTime(wechat.now()).slice(0, 10);
	const days = [
		...wechat.payments.all().map(({ success_time }) => success_time),
		...wechat.refunds.all().map(({ create_time }) => create_time),
	].map(beijingDay);
	const batches: DayAmounts[][] = [];
	let pool: DayAmounts[] = [];
	for (const day of [...new Set(days)].sort()) {
		pool.push(amountsOf(billDay(wechat, day), day, wechat.settlementCurrency));
		const over = daysAfter(day, 1) <= today;
		if (!over || sum(pool.map(dueOf)) < wechat.payoutFrom) continue;
		batches.push(pool);
		pool = [];
	}
	const wanted = state === 'SETTLED' ? batches : pool.length > 0 ? [pool] : [];
	return wanted.map((batch) => settlementOf(batch, state, wechat.settlementCurrency)).reverse();
}

interface DayAmounts {
	day: string;
	pay: number;
	refund: number;
	fee: number;
}

function amountsOf(
	{ payments, refunds, feeRateOf }: BillDay,
	day: string,
	currency: string,
): DayAmounts {
	const paid = payments.map((payment) => {
		const amount = convert(settlementTotal(payment), payment.amount.currency, currency);
		return { amount, fee: feeOf(amount, feeRateOf(payment)) };
	});
	const refunded = refunds
		.filter(({ refund }) => refund.status !== 'CLOSED')
		.map(({ refund, payment }) => {
			const amount = convert(refund.amount.settlement_refund, refund.amount.currency, currency);
			return { amount, fee: feeOf(amount, feeRateOf(payment)) };
		});
	const fees = (rows: { fee: number }[]): number => sum(rows.map(({ fee }) => fee));
	return {
		day,
		pay: sum(paid.map(({ amount }) => amount)),
		refund: sum(refunded.map(({ amount }) => amount)),
		fee: fees(paid) - fees(refunded),
	};
}

const dueOf = ({ pay, refund, fee }: DayAmounts): number => pay - refund - fee;

function settlementOf(batch: DayAmounts[], state: SettleState, currency: string): Settlement {
	const compact = (date = ''): string => date.replaceAll('-', '');
	const [first, last] = [batch[0]?.day, batch.at(-1)?.day ?? ''];
	const total = (name: 'pay' | 'refund' | 'fee'): number => sum(batch.map((one) => one[name]));
	const due = sum(batch.map(dueOf));
	return {
		batch_id: `${compact(first)}000001`,
		settlement_date: compact(daysAfter(last, 1)),
		trade_start_date: compact(first),
		trade_end_date: compact(last),
		amount: {
			settled: state === 'SETTLED' ? due : 0,
			unsettle: state === 'SETTLED' ? 0 : due,
			currency,
			pay: total('pay'),
			refund: total('refund'),
			net: total('pay') - total('refund'),
			fee: total('fee'),
		},
		wallet_region: 'CHINA_MAINLAND',
	};
}

const sum = (amounts: number[]): number => amounts.reduce((total, amount) => total + amount, 0);
