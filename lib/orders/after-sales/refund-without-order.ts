import { IntegrationError } from '../../core/errors';
import type { RefundToRecord } from './refund';

/** An acquirer sends a payment that was not recorded again for about three days, ever more rarely. */
const WAIT_MS = 24 * 3600_000;

/**
 * Whether a refund without an order is left out as one of another payment method, a day after its event. Until then
 * its payment may still be on the way, and the acquirer has to send the refund again.
 *
 * @param nowMs milliseconds since 1970; undefined where none is left out
 * @throws IntegrationError `REFUND_BEFORE_PAYMENT` on the first day
 */
export function isLeftOut(refund: RefundToRecord, nowMs: number | undefined): boolean {
	if (nowMs === undefined || refund.isWechat) return false;
	const announced = Date.parse(refund.announced ?? '');
	if (Number.isNaN(announced) || nowMs - announced >= WAIT_MS) return true;
	throw new IntegrationError({
		code: 'REFUND_BEFORE_PAYMENT',
		message: `Odoo has no order of payment ${refund.transaction_id}, which refund ${refund.refund_id} is of.`,
		likelyCause:
			'The payment was not recorded yet. Or the buyer did not pay by WeChat Pay, which the event of the refund does not say.',
		nextStep:
			'Nothing: the acquirer sends the refund again. A refund that still has no order after a day is left out. If it is of a WeChat payment, see why the payment is missing under Executions in n8n.',
		retryable: true,
	});
}
