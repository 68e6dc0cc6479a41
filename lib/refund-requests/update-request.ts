import type { JsonObject } from '../core/json';
import { readItem, type ItemKind } from '../core/read-item';
import { safeLine } from '../core/outside-text';
import type { OdooClient } from '../odoo/client';
import { requestReviewKey } from '../orders/after-sales/note-request-outcome';
import { demandPaidOrder, paymentName } from '../orders/after-sales/find-paid-order';
import {
	recordRefund,
	type RecordedRefund,
	type RefundOptions,
} from '../orders/after-sales/record-refund';
import { readRefundItem } from '../orders/after-sales/refund';
import { sourceOfRefund } from '../orders/after-sales/refund-number';
import type { RequestNote, WaitingPlan } from '../orders/after-sales/request-note';
import { placeOf, readRequest, writeRequest } from '../orders/after-sales/request-notes';
import type { PaymentName } from '../orders/model/order-keys';
import { requestReviews } from '../orders/sale-order/chatter';

/** What became of the request of a refund. */
export interface UpdatedRequest {
	status: RecordedRefund['status'];
	sale_order_id: number;
	credit_note_id?: number;
	/** Of the request, as noted. */
	refund_status: string;
	reason?: string;
}

const ENDED = new Set(['SUCCESS', 'ABNORMAL', 'CLOSED']);
const OPEN = ['PROCESSING', 'WAITING_FOR_FUNDS', 'DECLINED', 'FAILED'] as const;

interface Update extends PaymentName {
	out_refund_no: string;
	status: (typeof OPEN)[number];
	refund_id: string;
	waiting?: WaitingPlan;
	/** What n8n says of a call that failed. */
	error: string;
}

const KIND: ItemKind = {
	code: 'NOT_A_REFUND_REQUEST',
	name: 'the result of a refund that was prepared',
	nextStep:
		'Connect an output of Refund: Create of WeChat Pay, and let it take Refund Number from Refund: Prepare.',
};

/**
 * Writes back to the credit note (or the tagged order) how its refund stands. A refund that has ended is recorded like
 * that of a notification. What failed becomes an activity.
 *
 * @param item of any output of *Refund: Create*: a refund, a refund that waits for funds, or an item with `error`
 * @throws IntegrationError `NOT_A_REFUND_REQUEST`, `ODOO_ORDER_UNKNOWN`
 */
export async function updateRequest(
	odoo: OdooClient,
	item: JsonObject,
	options: RefundOptions,
): Promise<UpdatedRequest> {
	const update = readUpdate(item);
	const { out_refund_no, out_trade_no, refund_id } = update;
	const { state: order } = await demandPaidOrder(odoo, update);
	const source = sourceOfRefund(out_refund_no, out_trade_no) ?? 'order';
	const creditNoteId = source === 'order' ? undefined : source.creditNoteId;
	const place = placeOf(order.id, creditNoteId);
	const ids = { sale_order_id: order.id, ...(creditNoteId && { credit_note_id: creditNoteId }) };
	if (!update.error && ENDED.has(String(item.refund_status))) {
		const { status, reason } = await recordRefund(odoo, readRefundItem(item), options);
		return { ...ids, status, refund_status: String(item.refund_status), ...(reason && { reason }) };
	}
	const known = await readRequest(odoo, place);
	if (known?.status === 'SUCCESS') return { ...ids, status: 'recorded', refund_status: 'SUCCESS' };
	const status = update.error ? ('FAILED' as const) : update.status;
	const { waiting, error } = update;
	const note: RequestNote = {
		...{ out_refund_no, status },
		...(known
			? { fen: known.fen, currency: known.currency }
			: { fen: Number(item.refund_fen) || 0, currency: order.currency }),
		...(refund_id && { refund_id }),
		...(waiting && { waiting }),
		...(error && { why: error }),
	};
	await writeRequest(odoo, place, note);
	const reason = reasonOf(status, error);
	if (reason) {
		const key = requestReviewKey(place);
		const review = { orderId: order.id, ...(creditNoteId && { creditNoteId }), key, reason };
		await requestReviews(odoo, [review], options.reviewerId);
	}
	return {
		...ids,
		status: reason ? 'needs_review' : 'recorded',
		refund_status: status,
		...(reason && { reason }),
	};
}

const readUpdate = (item: JsonObject): Update =>
	readItem(item, KIND, (fields) => {
		const error = errorText(item.error);
		const out_refund_no = fields.text('out_refund_no');
		const payment = paymentName(fields);
		fields.check(
			'out_refund_no',
			sourceOfRefund(out_refund_no, payment.out_trade_no) !== undefined,
		);
		const known = ['SUCCESS', 'ABNORMAL', 'CLOSED'].includes(String(item.refund_status));
		const statusOf = (value: unknown) => OPEN.find((one) => one === value);
		return {
			...payment,
			...{ out_refund_no, error, refund_id: fields.optionalText('refund_id') },
			status: error || known ? 'FAILED' : fields.parsed('refund_status', statusOf, 'FAILED'),
			...(item.refund_status === 'WAITING_FOR_FUNDS' && {
				waiting: {
					attempts: fields.whole('waiting.attempts', 1),
					since: fields.text('waiting.since'),
					next_attempt: fields.text('waiting.next_attempt'),
					give_up: fields.text('waiting.give_up'),
				},
			}),
		};
	});

/** n8n has text or an object in `error`. */
const errorText = (error: unknown): string =>
	error === undefined || error === null || error === ''
		? ''
		: safeLine(
				typeof error === 'object' && 'message' in error ? String(error.message) : String(error),
				500,
			);

function reasonOf(status: Update['status'], error: string): string | undefined {
	if (status === 'FAILED')
		return `WeChat Pay did not make the refund. ${error} It is tried again after a day.`;
	if (status === 'DECLINED')
		return 'The refund was declined in n8n, so the buyer does not get this money. Cancel the credit note, or refund the order in WeChat Pay.';
	return undefined;
}
