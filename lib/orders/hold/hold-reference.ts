import type { PaidOrder } from '../model/paid-order';
import { toOdooTime } from '../../odoo/records';

const PREFIX = 'WeChat hold until ';

/** Matches, in a search with `=like`, the customer reference of every hold that nobody has paid. */
export const ANY_HOLD = `${PREFIX}%`;

/**
 * The same order under the name of its hold: before the payment there is no transaction id, so the
 * shop's own number stands for it. Characters that an external id cannot have are spelled out, or
 * two numbers might share one.
 *
 * @param turn 2 and more for holds that follow released ones of the same number
 */
export function asHold(order: PaidOrder, turn = 1): PaidOrder {
	const spelled = order.payment.out_trade_no.replace(
		/[^A-Za-z0-9-]/g,
		(character) => `_${character.charCodeAt(0).toString(16)}_`,
	);
	// Spelled-out characters have an underscore on both sides, so no number ends like this.
	const again = turn > 1 ? `_${turn}` : '';
	return { ...order, payment: { ...order.payment, transaction_id: `hold-${spelled}${again}` } };
}

/**
 * What people read as the customer reference of a hold, e.g. `WeChat hold until 2026-11-22 15:30:00 UTC`.
 *
 * @param expires milliseconds since 1970
 */
export const holdReference = (expires: number): string => `${PREFIX}${toOdooTime(expires)} UTC`;

/** When a hold with this reference ends, in milliseconds since 1970; undefined where it is none. */
export function holdExpiry(reference: string): number | undefined {
	const time = /^WeChat hold until (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) UTC$/.exec(reference);
	const expires = time ? Date.parse(`${time[1]}T${time[2]}Z`) : NaN;
	return Number.isNaN(expires) ? undefined : expires;
}
