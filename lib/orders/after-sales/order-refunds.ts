import type { OdooClient } from '../../odoo/client';
import { externalIdsOf } from '../../odoo/external-ids';
import { notedRefunds } from './noted-refunds';
import { creditNotesOf, readCreditNotes } from './read-credit-notes';
import { placeOf, readRequestNotes, requestId, type WrittenNote } from './request-notes';
import { externalIdPart } from '../../odoo/records';

/** A credit note of an order, and the refund that it belongs to. */
export interface OrderCreditNote {
	id: number;
	name: string;
	/** Odoo's state: `draft`, `posted`, `cancel`. */
	state: string;
	currency: string;
	/** What the order gets of it, in the smallest unit. */
	fen: number;
	/** WeChat's number of the refund that it was created for, or that closed it. */
	refund_id?: string;
	/** Whether this package created it for a refund. */
	own: boolean;
	/** How far the refund has come that it asked for. */
	request?: WrittenNote;
}

/** What Odoo knows of the refunds of one order. */
export interface OrderRefunds {
	creditNotes: OrderCreditNote[];
	/** How far the refund has come that a person asked for by a tag. */
	tagged?: WrittenNote;
	/** Successful refunds noted on the order: amounts in the smallest unit by WeChat's number. */
	refunded: Map<string, number>;
}

export async function readOrderRefunds(
	odoo: OdooClient,
	order: { id: number; name: string; currency: string },
): Promise<OrderRefunds> {
	const refunded = await notedRefunds(odoo, order.id, order.currency);
	const notes = await readCreditNotes(odoo, creditNotesOf(order));
	const ids = notes.map(({ id }) => id);
	const named = await externalIdsOf(odoo, 'account.move', ids);
	const requests = await readRequestNotes(odoo, 'account.move', ids);
	const ofOrder = await readRequestNotes(odoo, 'sale.order', [order.id]);
	const tagged = ofOrder.get(requestId(placeOf(order.id)));
	const creditNotes = notes.flatMap(({ id, name, state, currency, shares }): OrderCreditNote[] => {
		const fen = shares.get(order.id);
		if (fen === undefined) return [];
		const ownId = named.get(id)?.find((one) => one.startsWith('wechat_refund.'));
		const created = [...refunded.keys()].find((refund) =>
			ownId?.endsWith(`_${externalIdPart(refund)}`),
		);
		const request = requests.get(requestId(placeOf(order.id, id)));
		const closedBy = request?.status === 'SUCCESS' ? request.refund_id : undefined;
		const refund_id = created ?? closedBy;
		return [
			{
				...{ id, name, state, currency, fen, own: ownId !== undefined },
				...(refund_id && { refund_id }),
				...(request && { request }),
			},
		];
	});
	return { creditNotes, refunded, ...(tagged && { tagged }) };
}

/** Refunds that no credit note belongs to yet. */
export const unexplained = ({ creditNotes, refunded }: OrderRefunds): string[] =>
	[...refunded.keys()].filter(
		(refund) =>
			!creditNotes.some(({ refund_id, state }) => refund_id === refund && state !== 'cancel'),
	);

/** Whether a credit note that a person posted waits for its refund, and no request for it is on its way. */
export const awaitsRefund = ({ own, state, request }: OrderCreditNote): boolean =>
	!own && state === 'posted' && (!request || !ON_ITS_WAY.has(request.status));

const ON_ITS_WAY = new Set(['REQUESTED', 'PROCESSING', 'WAITING_FOR_FUNDS', 'SUCCESS', 'ABNORMAL']);
