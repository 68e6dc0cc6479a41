import type { OdooClient } from '../../odoo/client';
import { findByExternalId } from '../../odoo/external-ids';
import { externalIdPart, idOf, type OdooRow } from '../../odoo/records';
import { merchantKey, type PaymentName } from '../model/order-keys';
import { postNotes } from '../sale-order/chatter';

/** Units of a delivered move that are not on a return yet. */
export interface ReturnLine {
	move: OdooRow;
	open: number;
}

/** What a buyer sends back of an order: one after-sale. */
export interface ReturnPart {
	/** Number of the after-sale: it gets one return. */
	id: string;
	/** Units by database id of the product. */
	quantities: ReadonlyMap<number, number>;
}

const noteId = (payment: PaymentName, { id }: ReturnPart): string =>
	`wechat_refund.${merchantKey(payment)}_${externalIdPart(id)}_return`;

/** Whether the after-sale has its return. */
export const returnsOfPart = async (
	odoo: OdooClient,
	payment: PaymentName,
	part: ReturnPart,
): Promise<boolean> => (await findByExternalId(odoo, noteId(payment, part))) !== undefined;

/** The delivered lines, with no more units than the buyer sends back. */
export function upTo(
	{ quantities }: ReturnPart,
	delivered: Map<number, ReturnLine[]>,
): Map<number, ReturnLine[]> {
	const left = new Map(quantities);
	const take = ({ move, open }: ReturnLine): ReturnLine => {
		const product = idOf(move.product_id) ?? 0;
		const units = Math.max(0, Math.min(open, left.get(product) ?? 0));
		left.set(product, (left.get(product) ?? 0) - units);
		return { move, open: units };
	};
	return new Map([...delivered].map(([picking, lines]) => [picking, lines.map(take)]));
}

/** What a note about the return of an after-sale begins with. */
export const RETURN_NOTE = 'Return of after-sale ';

/** The names of the transfers in such a note, as Odoo returns it. */
export const transfersInNote = (html: string): string[] =>
	/Return of after-sale [^:<]+: ([^<]+)/.exec(html)?.[1]?.split(', ') ?? [];

/** Notes on the order which transfers are the return of the after-sale. */
export async function noteReturn(
	odoo: OdooClient,
	{
		orderId,
		payment,
		part,
		transfers,
	}: { orderId: number; payment: PaymentName; part: ReturnPart; transfers: string[] },
): Promise<void> {
	const text = `${RETURN_NOTE}${part.id}: ${transfers.join(', ')}`;
	await postNotes(odoo, [{ orderId, externalId: noteId(payment, part), text }]);
}
