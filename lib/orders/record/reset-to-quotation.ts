import { noteOnOrders } from '../sale-order/post-notes';
import { cancelOrders } from '../sale-order/cancel-orders';
import type { OdooClient } from '../../odoo/client';
import { findByExternalIds } from '../../odoo/external-ids';
import { searchRead } from '../../odoo/records';
import { cancelledNoteId, decidedNoteId, noteDecisions } from './shortage-notes';
import type { Review } from '../sale-order/review-activities';

const begunId = (key: string) => `wechat_pay.${key}_to_quotation`;

/**
 * Takes confirmations back: drafts with nothing held back. Odoo does it in two steps, with a cancelled
 * order between them; a note says first that this is not where it is to stay.
 */
export async function backToDraft(odoo: OdooClient, decisions: Review[]): Promise<void> {
	if (decisions.length === 0) return;
	const begun = decisions.map(({ orderId, key }) => ({
		orderId,
		externalId: begunId(key),
		text: 'The confirmation is taken back: the order becomes a quotation again.',
	}));
	await noteOnOrders(odoo, begun);
	const ids = decisions.map(({ orderId }) => orderId);
	await cancelOrders(odoo, ids);
	await odoo.call('sale.order', 'action_draft', { ids });
	await noteDecisions(odoo, decisions);
}

/**
 * Finishes what `backToDraft` has begun and an interruption has left cancelled. An order that somebody
 * has cancelled for good, in Odoo or by this package, stays cancelled.
 *
 * @param cancelled ids of cancelled orders by payment key
 * @returns the orders that are drafts now
 */
export async function finishDrafts(
	odoo: OdooClient,
	cancelled: Map<string, number>,
): Promise<number[]> {
	const keys = [...cancelled.keys()];
	const ids = keys.flatMap((key) => [begunId(key), decidedNoteId(key), cancelledNoteId(key)]);
	const found = await findByExternalIds(odoo, ids);
	const open = keys.filter(
		(key) =>
			found.has(begunId(key)) && !found.has(decidedNoteId(key)) && !found.has(cancelledNoteId(key)),
	);
	if (open.length === 0) return [];
	const rows = await searchRead(
		odoo,
		'sale.order',
		[
			['id', 'in', open.map((key) => cancelled.get(key))],
			['state', '=', 'cancel'],
			['write_uid', '=', await odoo.userId()],
		],
		['name'],
	);
	const own = new Set(rows.map(({ id }) => id));
	const decisions = open.flatMap((key) => {
		const orderId = cancelled.get(key) ?? 0;
		const reason = 'The order was set back to quotation after an interruption.';
		return own.has(orderId) ? [{ orderId, key, reason }] : [];
	});
	const orderIds = decisions.map(({ orderId }) => orderId);
	if (orderIds.length === 0) return [];
	await odoo.call('sale.order', 'action_draft', { ids: orderIds });
	await noteDecisions(odoo, decisions);
	return orderIds;
}
