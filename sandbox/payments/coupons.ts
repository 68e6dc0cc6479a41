import type { Payment } from './payment';

/** Coupons of a payment by who lost the money, smallest unit. */
export interface CouponTotals {
	/** Bought before by somebody: the merchant still gets the amount. */
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
