import { decimalText, money, toDecimal } from '../../core/money';
import type { OdooClient } from '../../odoo/client';
import type { OrderState } from '../sale-order/order-state';
import type { CreditNote } from './credit-note';
import { awaitsRefund, readOrderRefunds, type OrderCreditNote } from './order-refunds';
import type { RefundToRecord } from './refund';
import { sourceOfRefund } from './refund-number';
import { placeOf, writeRequest } from './request-notes';

/**
 * The credit note that a successful refund belongs to: the one that asked for it, or the oldest posted one of the
 * same amount that waits for a refund. It is noted as refunded, so that neither a second credit note nor a second
 * refund follows.
 *
 * @returns undefined if the refund needs a credit note of its own
 */
export async function closeCreditNote(
	odoo: OdooClient,
	refund: RefundToRecord,
	order: OrderState,
): Promise<CreditNote | undefined> {
	const { out_trade_no, out_refund_no = '', refund_id, refund_fen: fen, currency } = refund;
	const { creditNotes } = await readOrderRefunds(odoo, { ...order, currency });
	const live = creditNotes.filter(({ state }) => state !== 'cancel');
	const closed = live.find((note) => note.refund_id === refund_id);
	if (closed) return asCreditNote(closed, fen);
	const source = sourceOfRefund(out_refund_no, out_trade_no);
	const asked = live.filter(
		({ own, id, refund_id: other }) =>
			!own && !other && typeof source === 'object' && id === source.creditNoteId,
	);
	const waiting = source
		? []
		: live.filter((note) => awaitsRefund(note) && note.fen === fen && note.currency === currency);
	for (const note of [...asked, ...waiting]) {
		const done = { out_refund_no, status: 'SUCCESS' as const, fen, currency, refund_id };
		const written = await writeRequest(odoo, placeOf(order.id, note.id), done);
		if (written.refund_id === refund_id) return asCreditNote(note, fen);
	}
	return undefined;
}

/** A credit note of an order with a coupon is over less than WeChat refunds: what was requested counts. */
const asCreditNote = (note: OrderCreditNote, fen: number): CreditNote => ({
	id: note.id,
	state: note.state,
	total: decimalText(
		toDecimal(money(note.request?.fen === fen ? fen : note.fen, note.currency)),
		note.currency,
	),
});
