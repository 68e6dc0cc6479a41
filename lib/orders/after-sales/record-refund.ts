import { IntegrationError } from '../../core/errors';
import { money, toDecimal } from '../../core/money';
import type { OdooClient } from '../../odoo/client';
import { decimalText } from '../record/check-order';
import type { RecordOptions } from '../model/paid-order';
import { requestReviews } from '../sale-order/review-activities';
import { cancelSale } from './cancel-order';
import { noteOnOrder } from '../sale-order/post-notes';
import { creditedFen, writeCreditNote, type CreditNote } from './credit-note';
import { findPaidSale, type PaidSale } from './find-paid-order';
import { isPlaceholder, writePlaceholder } from './refund-before-payment';
import { refundExternalId, type RefundToRecord } from './refund';

/** What became of one refund. */
export interface RecordedRefund {
	/** `needs_review`: a person has to look at the order; `reason` says why. */
	status: 'recorded' | 'needs_review';
	sale_order_id?: number;
	/** The order's number, e.g. `S00042`. */
	name?: string;
	/** The order's state now. */
	state?: string;
	/** The refund came before its payment: a draft stands for the order, and is never confirmed by itself. */
	before_payment: boolean;
	credit_note_id?: number;
	credit_note_state?: string;
	reason?: string;
	dry_run?: true;
}

export interface RefundOptions extends Pick<RecordOptions, 'pricelistId' | 'reviewerId'> {
	/** Write a draft credit note. */
	creditNote: boolean;
	/** Cancel the order when all of it was refunded and nothing of it has been delivered. */
	cancelWhenRefunded: boolean;
	dryRun: boolean;
}

/**
 * Records a refund that WeChat Pay has told of, once, however often and in whatever order with its
 * payment it arrives: a draft credit note over exactly its amount, a line in the order's chatter, and,
 * when nothing is left of an undelivered order, its cancellation. What a person has to decide becomes an
 * activity on the order.
 *
 * @throws IntegrationError for whatever says nothing about the refund (no answer, a lost race, …): repeat it
 */
export async function recordRefund(
	odoo: OdooClient,
	refund: RefundToRecord,
	options: RefundOptions,
): Promise<RecordedRefund> {
	const found = await findPaidSale(odoo, refund);
	const beforePayment = !found || isPlaceholder(found);
	if (options.dryRun) return { ...told(found, beforePayment), status: 'recorded', dry_run: true };
	const sale = found ?? (await writePlaceholder(odoo, refund, options));
	await noteOnOrder(odoo, sale.state.id, `${refundExternalId(refund)}_note`, sentence(refund));
	const succeeded = refund.refund_status === 'SUCCESS';
	const note =
		succeeded && options.creditNote ? await creditNoteOrReason(odoo, refund, sale) : undefined;
	const written = typeof note === 'string' ? undefined : note;
	const after = succeeded
		? await afterSuccess(odoo, refund, sale, written, beforePayment, options)
		: NOT_REFUNDED[refund.refund_status === 'CLOSED' ? 'CLOSED' : 'ABNORMAL'];
	const reason = [typeof note === 'string' ? note : undefined, after].filter(Boolean).join(' ');
	if (reason) {
		const key = refundExternalId(refund).replace('.', '_');
		const reviewer = options.reviewerId ?? (await odoo.userId());
		await requestReviews(odoo, [{ orderId: sale.state.id, key, reason }], reviewer);
	}
	const now = await findPaidSale(odoo, refund);
	return {
		...told(now ?? sale, beforePayment),
		status: reason ? 'needs_review' : 'recorded',
		...(written && { credit_note_id: written.id, credit_note_state: written.state }),
		...(reason && { reason }),
	};
}

/** What keeps Odoo from taking a credit note keeps no refund from being recorded: a person learns of it. */
async function creditNoteOrReason(
	odoo: OdooClient,
	refund: RefundToRecord,
	sale: PaidSale,
): Promise<CreditNote | string> {
	try {
		return await writeCreditNote(odoo, refund, sale.state);
	} catch (error) {
		const lasting = ['ODOO_CREDIT_NOTE_REFUSED', 'ODOO_ACCESS_DENIED'];
		if (!(error instanceof IntegrationError) || !lasting.includes(error.code)) throw error;
		return `A refund was made, but no credit note was written. ${error.message} ${error.nextStep}`;
	}
}

/** @returns what a person has to look at, if anything */
async function afterSuccess(
	odoo: OdooClient,
	refund: RefundToRecord,
	sale: PaidSale,
	note: CreditNote | undefined,
	beforePayment: boolean,
	options: RefundOptions,
): Promise<string | undefined> {
	const { currency, refund_fen: fen, total_fen: total } = refund;
	const amount = (value: number) => `${toDecimal(money(value, currency))} ${currency}`;
	if (note && decimalText(note.total, currency) !== toDecimal(money(fen, currency))) {
		return `The credit note comes to ${decimalText(note.total, currency)}, but ${amount(fen)} was refunded. Correct its taxes before posting it.`;
	}
	const refunded = note ? await creditedFen(odoo, sale.state, currency) : fen;
	if (refunded > total) {
		return `Credit notes of ${amount(refunded)} stand against an order of ${amount(total)}. Cancel the ones that are not for refunds of WeChat Pay.`;
	}
	if (beforePayment) {
		return `${amount(fen)} of this order was refunded before its payment was recorded. Compare it with WeChat Pay before anything is shipped.`;
	}
	if (refunded < total) return undefined;
	const cancelled = sale.state.state === 'cancel';
	if (sale.delivered && !cancelled) {
		return `All of the order was refunded, and goods of it have left the warehouse. Use Create Return if they come back.`;
	}
	if (!options.cancelWhenRefunded && !cancelled) {
		return 'All of the order was refunded, and it still stands. Cancel it if nothing is to be shipped.';
	}
	await cancelSale(odoo, sale, refund, `all of it (${amount(total)}) was refunded in WeChat Pay`);
	return undefined;
}

const NOT_REFUNDED = {
	ABNORMAL:
		"A refund of this order failed: the buyer's account takes no money. Finish it at pay.weixin.qq.com → Transaction Center (交易中心) → Refund Query (退款查询).",
	CLOSED:
		'A refund of this order was closed: the buyer has got nothing back. Refund again if it was wanted.',
};

const told = (sale: PaidSale | undefined, beforePayment: boolean) => ({
	...(sale && { sale_order_id: sale.state.id, name: sale.state.name, state: sale.state.state }),
	before_payment: beforePayment,
});

const sentence = ({ refund_id, refund_status, refund_fen, currency }: RefundToRecord) =>
	`WeChat Pay refund ${refund_id}: ${refund_status}, ${toDecimal(money(refund_fen, currency))} ${currency}`;
