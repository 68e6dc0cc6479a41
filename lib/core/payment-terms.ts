import { asObject } from './json';

/**
 * Whether the buyer's money came in. `REFUND` means that a refund was started afterwards, possibly of a part; `REVOKED`
 * and `CLOSED` mean that nothing was kept.
 *
 * @param tradeState WeChat's `trade_state`
 */
export const isPaid = (tradeState: unknown): boolean =>
	tradeState === 'SUCCESS' || tradeState === 'REFUND';

/**
 * `refunded`: the buyer has the money. `open`: WeChat has deducted it, and may still give it back. `failed`: the
 * merchant kept it.
 */
export type RefundProgress = 'refunded' | 'open' | 'failed';

const FAILED = new Set(['FAIL', 'CLOSED', 'REFUNDCLOSE']);

/** @param status of a refund, in the words of notifications, queries, bills and statements */
export function refundProgress(status: string | undefined): RefundProgress {
	if (status === 'SUCCESS') return 'refunded';
	return FAILED.has(status ?? '') ? 'failed' : 'open';
}

/** The part of a payment's total that the merchant's coupons pay, in the smallest unit of its currency. */
export const merchantCoupon = (promotions: unknown): number =>
	(Array.isArray(promotions) ? promotions : [])
		.map((promotion: unknown) => contribution(asObject(promotion)))
		.reduce((sum, amount) => sum + amount, 0);

/** Cross-border accounts call it `merchant_contribute_amount`. */
function contribution(promotion: Record<string, unknown> | undefined): number {
	const amount = promotion?.merchant_contribute ?? promotion?.merchant_contribute_amount;
	return Number.isSafeInteger(amount) && Number(amount) > 0 ? Number(amount) : 0;
}

/**
 * The total of a sale order: the total of its payment, less the merchant's coupons if the order has a line for them.
 * WeChat's own coupons do not change it, because WeChat pays them.
 *
 * @param paid `amount.total` of the payment, `订单金额` of the bill
 * @param couponLine what the order's line for coupons deducts, 0 without one; all in the smallest unit
 */
export const orderTotal = (paid: number, couponLine: number): number => paid - couponLine;
