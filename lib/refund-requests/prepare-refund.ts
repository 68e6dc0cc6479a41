import { IntegrationError } from '../core/errors';
import { fromDecimal, money, toDecimal } from '../core/money';
import type { OdooClient } from '../odoo/client';
import { requestReviewKey } from '../orders/after-sales/note-request-outcome';
import { readOrderRefunds } from '../orders/after-sales/order-refunds';
import { refundNumberOf } from '../orders/after-sales/refund-number';
import { placeOf, writeRequest } from '../orders/after-sales/request-notes';
import { closeReview, requestReviews } from '../orders/sale-order/chatter';
import { readOrders } from '../orders/sale-order/read-orders';
import { checkRefund, type RefundCheck } from './check-refund';
import type { RefundToPrepare } from './refund-to-prepare';
import { readPaymentOfOrder } from './read-payment-of-order';

/** A refund, checked and numbered. Amounts are in the smallest unit. */
export interface PreparedRefund {
	/** `done`: nothing is to be refunded; `reason` says why. */
	status: 'ready' | 'done' | 'needs_review';
	reason?: string;
	sale_order_id: number;
	/** Order number, e.g. `S00042`. */
	name: string;
	credit_note_id?: number;
	out_refund_no: string;
	refund_fen: number;
	/** Decimal text. */
	refund: string;
	currency: string;
	paid_fen: number;
	/** Refunds that Odoo knows of: paid, and on their way. */
	refunded_fen: number;
	pending_fen: number;
	/** Whether a person has to approve it. */
	approval: boolean;
	dry_run?: true;
}

/** The ids of the payment, for the call to WeChat Pay. */
export type PreparedPayment = Record<'mchid' | 'out_trade_no' | 'transaction_id', string> & {
	sub_mchid?: string;
};

export interface PrepareOptions {
	/** Up to this amount, in the major unit of the order's currency, nobody is asked. */
	withoutApprovalUpTo: number;
	reviewerId?: number;
	dryRun: boolean;
}

/**
 * Checks a refund that begins in Odoo against what was paid, refunded and requested, and notes it as requested: the same
 * credit note has the same number, however often it is prepared. What a person has to decide becomes an activity on the
 * credit note.
 *
 * @throws IntegrationError `ODOO_PAYMENT_NOTE_MISSING`, or for errors that say nothing about the refund
 */
export async function prepareRefund(
	odoo: OdooClient,
	{ orderId, creditNoteId }: RefundToPrepare,
	options: PrepareOptions,
): Promise<{ payment: PreparedPayment; prepared: PreparedRefund }> {
	const order = (await readOrders(odoo, [orderId], false)).orders.get(orderId);
	const noted = await readPaymentOfOrder(odoo, orderId);
	if (!order || !noted) throw withoutPayment(order?.name ?? String(orderId));
	const { mchid, sub_mchid, out_trade_no, transaction_id, currency, total_fen } = noted;
	const refunds = await readOrderRefunds(odoo, { id: orderId, name: order.name, currency });
	const creditNote = refunds.creditNotes.find(({ id }) => id === creditNoteId);
	const orderFen = fromDecimal(order.amountTotal, currency).amount;
	const check = checkRefund({
		payment: noted,
		orderFen,
		refunds,
		...(creditNote && { creditNote }),
	});
	const source = creditNoteId === undefined ? ('order' as const) : { creditNoteId };
	const out_refund_no = refundNumberOf(out_trade_no, source);
	const approval = needsApproval(check, currency, options.withoutApprovalUpTo);
	const prepared: PreparedRefund = {
		status: check.outcome === 'review' ? 'needs_review' : check.outcome,
		...('reason' in check && { reason: check.reason }),
		sale_order_id: orderId,
		name: order.name,
		...(creditNoteId !== undefined && { credit_note_id: creditNoteId }),
		out_refund_no,
		refund_fen: check.fen,
		refund: toDecimal(money(check.fen, currency)),
		currency,
		paid_fen: total_fen,
		refunded_fen: check.refundedFen,
		pending_fen: check.pendingFen,
		approval,
		...(options.dryRun && { dry_run: true as const }),
	};
	if (!options.dryRun)
		await write(odoo, { orderId, ...(creditNoteId && { creditNoteId }) }, prepared, check, options);
	const payment = { mchid, out_trade_no, transaction_id, ...(sub_mchid && { sub_mchid }) };
	return { payment, prepared };
}

/** What was approved once, or needed no approval, is not asked about again. */
const needsApproval = ({ fen, request }: RefundCheck, currency: string, upTo: number): boolean =>
	(request === undefined || request.status === 'APPROVAL') &&
	Number(toDecimal(money(fen, currency))) > upTo;

async function write(
	odoo: OdooClient,
	{ orderId, creditNoteId }: RefundToPrepare,
	{ out_refund_no, approval, currency }: PreparedRefund,
	check: RefundCheck,
	{ reviewerId }: PrepareOptions,
): Promise<void> {
	const place = placeOf(orderId, creditNoteId);
	const { fen, outcome, request } = check;
	const key = requestReviewKey(place);
	if (outcome === 'review') {
		const review = { orderId, ...(creditNoteId && { creditNoteId }), key, reason: check.reason };
		return await requestReviews(odoo, [review], reviewerId);
	}
	const note = { out_refund_no, fen, currency };
	if (outcome === 'ready' && (!request || request.status === 'APPROVAL')) {
		await writeRequest(odoo, place, { ...note, status: approval ? 'APPROVAL' : 'REQUESTED' });
	}
	if (outcome === 'done' && check.closedBy) {
		await writeRequest(odoo, place, { ...note, status: 'SUCCESS', refund_id: check.closedBy });
	}
	if (request?.status !== 'FAILED') await closeReview(odoo, key, 'The refund was checked again.');
}

const withoutPayment = (order: string) =>
	new IntegrationError({
		code: 'ODOO_PAYMENT_NOTE_MISSING',
		message: `Order ${order} has no note about its payment, so it is not known how much was paid.`,
		likelyCause: 'The note was deleted from its chatter, or another tool created the order.',
		nextStep: 'Refund it with Refund: Create of WeChat Pay, by its transaction_id.',
	});
