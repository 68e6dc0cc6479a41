import { setTimeout as sleep } from 'node:timers/promises';

import type { Payment } from '../../sandbox';
import type { Chain } from './chain';
import type { PlannedOrder } from './plan';

/** A payment of the rehearsal that was made, and when (milliseconds since 1970). */
export interface Paid {
	planned: PlannedOrder;
	payment: Payment;
	paidAtMs: number;
}

/**
 * Lets buyers pay at their times and WeChat notify, without waiting for answers.
 * Resolves when the last one has paid.
 *
 * @param compress a second of the campaign takes so many times less
 * @param onPaid called for each payment when it is made
 */
export async function surge(
	{ sandbox, notifyUrl }: Pick<Chain, 'sandbox' | 'notifyUrl'>,
	orders: PlannedOrder[],
	compress: number,
	onPaid: (paid: Paid) => void,
): Promise<void> {
	const began = performance.now();
	for (const planned of orders) {
		const waitMs = began + planned.atMs / compress - performance.now();
		if (waitMs > 0) await sleep(waitMs);
		const { total, attach, openid, copies, copySpacingMs } = planned;
		const payment = sandbox.pay({ total, attach, openid });
		onPaid({ planned, payment, paidAtMs: Date.now() });
		void sandbox.notify(payment, { url: notifyUrl, copies, copySpacingMs });
	}
}
