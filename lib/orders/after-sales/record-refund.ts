import { amountText, decimalText, fromDecimal, money, toDecimal } from '../../core/money';
import type { OdooClient } from '../../odoo/client';
import { paymentKey, refundReviewKey } from '../model/order-keys';
import type { RecordOptions } from '../model/paid-order';
import { closeReview, requestReviews } from '../sale-order/chatter';
import { cancelForGood } from './cancel-order';
import type { CreditNote } from './credit-note';
import { creditRefund } from './credit-refund';
import { findPaidOrder, type OrderOfPayment } from './find-paid-order';
import { noteRequestOutcome } from './note-request-outcome';
import { noteRefund } from './noted-refunds';
import { readOrderRefunds } from './order-refunds';
import { refundExternalId, type RefundToRecord } from './refund';
import { createDraftForRefund, isDraftWithoutProducts } from './refund-before-payment';
import { isLeftOut } from './refund-without-order';

/** Result for one refund. */
export interface RecordedRefund {
	/**
	 * `needs_review`: a person has to look at the order; `reason` says why. `no_order`: nothing was written, since Odoo
	 * has no order of the payment.
	 */
	status: 'recorded' | 'needs_review' | 'no_order';
	sale_order_id?: number;
	/** Order number, e.g. `S00042`. */
	name?: string;
	/** State of the order now. */
	state?: string;
	/** The refund arrived before its payment: the order is a draft that is never confirmed automatically. */
	before_payment: boolean;
	credit_note_id?: number;
	credit_note_state?: string;
	reason?: string;
	dry_run?: true;
}

export interface RefundOptions extends Pick<RecordOptions, 'pricelistId' | 'reviewerId'> {
	/** Whether to create a draft credit note. */
	creditNote: boolean;
	/** Whether to cancel an order that was refunded completely and not delivered. */
	cancelWhenRefunded: boolean;
	/** Now, in milliseconds since 1970: refunds without an order are left out (`isLeftOut`). Absent: they get a draft. */
	onlyKnownPayments?: number;
	/** Whether a person is asked to act when a part is refunded before anything was delivered. */
	reviewPartRefunds?: boolean;
	dryRun: boolean;
}

/**
 * Records a refund of WeChat Pay once, no matter how often it arrives, and whether before or after its
 * payment: a draft credit note over its amount, a note in the chatter of the order, and the cancellation
 * of an undelivered order that was refunded completely. What a person has to decide becomes an activity
 * on the order.
 *
 * @throws IntegrationError for errors that say nothing about the refund (no answer, no order yet, …): retry
 */
export async function recordRefund(
	odoo: OdooClient,
	refund: RefundToRecord,
	options: RefundOptions,
): Promise<RecordedRefund> {
	const found = await findPaidOrder(odoo, refund);
	if (!found && isLeftOut(refund, options.onlyKnownPayments))
		return { status: 'no_order', before_payment: true };
	const beforePayment = !found || isDraftWithoutProducts(found);
	if (options.dryRun)
		return { ...fieldsOf(found, beforePayment), status: 'recorded', dry_run: true };
	const order = found ?? (await createDraftForRefund(odoo, refund, options));
	const orderId = order.state.id;
	await noteRefund(odoo, orderId, refund);
	const succeeded = refund.refund_status === 'SUCCESS';
	const note = succeeded ? await creditRefund(odoo, refund, order.state, options) : undefined;
	await noteRequestOutcome(odoo, refund, orderId);
	const created = typeof note === 'string' ? undefined : note;
	const after = succeeded
		? await afterSuccess(odoo, refund, order, created, beforePayment, options)
		: NOT_REFUNDED[refund.refund_status === 'CLOSED' ? 'CLOSED' : 'ABNORMAL'];
	const reason = [typeof note === 'string' ? note : undefined, after].filter(Boolean).join(' ');
	const started = refundReviewKey(paymentKey({ payment: refund }));
	await closeReview(odoo, started, `Refund ${refund.refund_id} was recorded.`);
	if (reason) {
		const key = refundExternalId(refund).replace('.', '_');
		await requestReviews(odoo, [{ orderId, key, reason }], options.reviewerId);
	}
	const now = await findPaidOrder(odoo, refund);
	return {
		...fieldsOf(now ?? order, beforePayment),
		status: reason ? 'needs_review' : 'recorded',
		...(created && { credit_note_id: created.id, credit_note_state: created.state }),
		...(reason && { reason }),
	};
}

/** @returns what a person has to look at, if anything */
async function afterSuccess(
	odoo: OdooClient,
	refund: RefundToRecord,
	order: OrderOfPayment,
	note: CreditNote | undefined,
	beforePayment: boolean,
	options: RefundOptions,
): Promise<string | undefined> {
	const { currency, refund_fen: fen } = refund;
	const total =
		refund.total_fen ??
		fromDecimal(decimalText(order.state.amountTotal, currency), currency).amount;
	const amount = (value: number) => amountText(value, currency);
	if (note && decimalText(note.total, currency) !== toDecimal(money(fen, currency))) {
		return `The total of the credit note is ${decimalText(note.total, currency)}, but ${amount(fen)} was refunded. Correct its taxes before posting it.`;
	}
	const { creditNotes, refunded } = await readOrderRefunds(odoo, { ...order.state, currency });
	const live = creditNotes.filter(({ state }) => state !== 'cancel');
	const credited = note ? live.reduce((sum, one) => sum + one.fen, 0) : 0;
	if (credited > total) {
		return `There are credit notes of ${amount(credited)} for an order of ${amount(total)}. Cancel the ones that are not for refunds of WeChat Pay.`;
	}
	if (beforePayment) {
		return `${amount(fen)} of this order was refunded before its payment was recorded. Compare it with WeChat Pay before anything is shipped.`;
	}
	const noted = [...refunded.values()].reduce((sum, one) => sum + one, 0);
	const cancelled = order.state.state === 'cancel';
	if (Math.max(noted, credited) < total) {
		if (!options.reviewPartRefunds || order.delivered || cancelled) return undefined;
		return `${amount(fen)} of this order was refunded before it was shipped. Reduce its lines and its delivery by what is not to be shipped.`;
	}
	if (order.delivered && !cancelled) {
		return 'The order was refunded completely, but goods of it have left the warehouse. Use Create Return if they come back.';
	}
	if (!options.cancelWhenRefunded && !cancelled) {
		return 'The order was refunded completely, but it is still confirmed. Cancel it if nothing is to be shipped.';
	}
	const why = `all of it (${amount(total)}) was refunded in WeChat Pay`;
	const rejected = await cancelForGood(odoo, order, refund, why);
	return rejected && `The order was refunded completely, but ${NOT_CANCELLED} ${rejected.message}`;
}

const NOT_CANCELLED = 'Odoo does not cancel it. Cancel it by hand, so that it is not shipped.';

const NOT_REFUNDED = {
	ABNORMAL:
		"A refund of this order failed: the buyer's account cannot receive it. Finish it at pay.weixin.qq.com → Transaction Center (交易中心) → Refund Query (退款查询).",
	CLOSED:
		'A refund of this order was closed: the buyer did not get any money back. Refund again if it is still wanted.',
};

const fieldsOf = (order: OrderOfPayment | undefined, beforePayment: boolean) => ({
	...(order && { sale_order_id: order.state.id, name: order.state.name, state: order.state.state }),
	before_payment: beforePayment,
});
