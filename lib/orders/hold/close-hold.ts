import type { OdooClient } from '../../odoo/client';
import { CREATE_ONLY, loadRecords } from '../../odoo/load';
import { odooError } from '../../odoo/odoo-error';
import { searchRead, textOf } from '../../odoo/records';

/** How a hold ends: with a payment, or without. */
export type HoldEnd = { paidBy: string } | 'released';

const FIELDS = ['id', 'model', 'res_id', 'message_type', 'subtype_id/id', 'subject', 'body'];

const subjectOf = (end: HoldEnd) =>
	end === 'released' ? 'WeChat hold released' : `WeChat hold paid by ${end.paidBy}`;

/**
 * Ends holds, each one once and for all: the end is a note in the order's chatter whose external id
 * Odoo keeps unique, so of a payment and a release that race each other just one comes first, and
 * both learn which.
 *
 * @param orderIds the holds' sale orders
 * @returns the orders that have ended this way, now or before; all others have ended another way
 * @throws IntegrationError `ODOO_SERIALIZATION` when both came at the same moment: repeat
 */
export async function endHolds(
	odoo: OdooClient,
	orderIds: number[],
	end: HoldEnd,
): Promise<Set<number>> {
	if (orderIds.length === 0) return new Set();
	const subject = subjectOf(end);
	const { ids, refused } = await loadRecords(
		odoo,
		'mail.message',
		FIELDS,
		orderIds.map((id) => ({
			key: String(id),
			rows: [
				[
					`wechat_pay.hold_end_${id}`,
					'sale.order',
					String(id),
					'comment',
					'mail.mt_note',
					subject,
					`<p>${subject}</p>`,
				],
			],
		})),
		CREATE_ONLY,
	);
	const [words] = refused.values();
	if (words !== undefined)
		throw odooError({ exception: 'UserError', text: words }, 'mail.message', 'load');
	const notes = await searchRead(
		odoo,
		'mail.message',
		[['id', 'in', [...ids.values()]]],
		['subject'],
	);
	const agreeing = new Set(
		notes.filter((note) => textOf(note.subject) === subject).map(({ id }) => id),
	);
	return new Set(orderIds.filter((id) => agreeing.has(ids.get(String(id)) ?? 0)));
}
