import { beijingDay, beijingTime, daysAfter } from '../core/beijing-time';
import type { Payment } from '../payments/payment';
import type { Refund } from '../refunds/refund';
import type { WeChat } from '../platform/wechat';

const READY_HOUR = 10;
const KEPT_DAYS = 90;

/** What happened on one day in Beijing, the earliest first. */
export interface BillDay {
	payments: Payment[];
	refunds: { refund: Refund; payment: Payment }[];
	/** WeChat's fee of a payment, in hundredths of a percent. */
	feeRateOf: (payment: Payment) => number;
}

/** @param sub_mchid only what was sold for this merchant of a service provider */
export function billDay(
	{ payments, refunds, feeRates }: Pick<WeChat, 'payments' | 'refunds' | 'feeRates'>,
	day: string,
	sub_mchid?: string,
): BillDay {
	const wanted = (of: { sub_mchid?: string }) =>
		sub_mchid === undefined || of.sub_mchid === sub_mchid;
	return {
		feeRateOf: ({ success_time }) => feeRates(beijingDay(success_time)),
		payments: payments
			.all()
			.filter((payment) => beijingDay(payment.success_time) === day && wanted(payment))
			.sort((a, b) => Date.parse(a.success_time) - Date.parse(b.success_time)),
		refunds: refunds
			.all()
			.filter((refund) => beijingDay(refund.create_time) === day && wanted(refund))
			.map((refund) => ({ refund, payment: paymentOf(payments, refund) })),
	};
}

function paymentOf(payments: WeChat['payments'], refund: Refund): Payment {
	const payment = payments.withTransactionId(refund.transaction_id);
	if (!payment) throw new Error(`Refund ${refund.refund_id} is of no payment here`);
	return payment;
}

/** Whether WeChat has a day's bill: from 10:00 on the day after, for three months. */
export function billAge(
	{ billSchedule, now }: Pick<WeChat, 'billSchedule' | 'now'>,
	day: string,
): 'early' | 'ready' | 'late' {
	if (billSchedule === 'immediate') return 'ready';
	const clock = beijingTime(now());
	const ready = `${daysAfter(day, 1)}T${READY_HOUR}`;
	if (clock < ready) return 'early';
	return clock.slice(0, 10) > daysAfter(day, KEPT_DAYS) ? 'late' : 'ready';
}
