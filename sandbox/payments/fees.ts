import type { Payment } from './payment';

/** Coupons of a payment by who pays for them, smallest unit. */
export interface CouponTotals {
	/** Prepaid coupons: the merchant still gets the amount. */
	prepaid: number;
	/** The merchant's own discount: not settled. */
	free: number;
}

export function couponTotals({
	promotion_detail = [],
}: Pick<Payment, 'promotion_detail'>): CouponTotals {
	const sum = (prepaid: boolean): number =>
		promotion_detail
			.filter(({ type }) => (type === 'CASH') === prepaid)
			.reduce((total, { amount }) => total + amount, 0);
	return { prepaid: sum(true), free: sum(false) };
}

/** What the merchant gets, before the fee. */
export const settlementTotal = (payment: Pick<Payment, 'amount' | 'promotion_detail'>): number =>
	payment.amount.total - couponTotals(payment).free;

/** What WeChat keeps of a payment, in hundredths of a percent, and gives back with its refunds: 60 by default. */
export type FeeRates = (day: string) => number;

export const USUAL_FEE: FeeRates = () => 60;

/** `0.60%`. */
export const feeRateText = (rate: number): string => `${(rate / 100).toFixed(2)}%`;

/** Smallest unit, rounded half up. */
export const feeOf = (minor: number, rate: number): number => Math.round((minor * rate) / 10_000);
