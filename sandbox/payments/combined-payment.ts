import { beijingTime } from '../core/beijing-time';
import type { Payment } from './payment';
import { DIGITS, randomText, type RandomSource } from '../core/random';

export interface CombinedOrder {
	combine_out_trade_no?: string;
	/** The payer's id under the combining app: that of the first payment by default. */
	openid?: string;
}

/** Orders paid together. Each is also a separate payment. */
export interface CombinedPayment {
	combine_out_trade_no: string;
	openid: string;
	payments: Payment[];
}

/** @throws Error without payments */
export function combine(
	payments: Payment[],
	order: CombinedOrder,
	{ atMs, random }: { atMs: number; random: RandomSource },
): CombinedPayment {
	const [first] = payments;
	if (!first) throw new Error('A combined order has at least one payment');
	const day = beijingTime(atMs).slice(0, 10).replaceAll('-', '');
	return {
		combine_out_trade_no: order.combine_out_trade_no ?? `CB${day}${randomText(random, 14, DIGITS)}`,
		openid: order.openid ?? first.payer.openid,
		payments,
	};
}
