import type { OdooClient } from '../../odoo/client';
import { findByExternalId } from '../../odoo/external-ids';
import { noteOnOrders } from '../sale-order/post-notes';
import { idOf, searchRead } from '../../odoo/records';
import type { Review } from '../sale-order/review-activities';

export const decidedNoteId = (key: string) => `wechat_pay.${key}_decided`;
/** That of an order which was cancelled for good. */
export const cancelledNoteId = (key: string) => `wechat_pay.${key}_cancelled`;

/** Leaves notes that what was decided about confirmed orders was carried out: nothing is carried out twice. */
export async function noteDecisions(odoo: OdooClient, decisions: Review[]): Promise<void> {
	const notes = decisions.map(({ orderId, key, reason }) => ({
		...{ orderId, externalId: decidedNoteId(key), text: reason },
	}));
	await noteOnOrders(odoo, notes);
}

/**
 * Of short orders that an earlier attempt has confirmed, those for which it broke off before the
 * policy. An order that a person has confirmed since is that person's.
 *
 * @param orders sale order ids by payment key
 * @returns payment keys
 */
export async function withoutPolicy(
	odoo: OdooClient,
	orders: Map<string, number>,
): Promise<Set<string>> {
	if (orders.size === 0) return new Set();
	const byThisUser = await confirmedByThisUser(odoo, [...orders.values()]);
	const open = new Set<string>();
	for (const [key, id] of orders) {
		if (byThisUser.has(id) && !(await findByExternalId(odoo, decidedNoteId(key)))) open.add(key);
	}
	return open;
}

/** Odoo tells each confirmation in the chatter, by whom it was made. */
async function confirmedByThisUser(odoo: OdooClient, ids: number[]): Promise<Set<number>> {
	const subtype = await odoo.remember(
		'subtype of confirmations',
		async () => await findByExternalId(odoo, 'sale.mt_order_confirmed'),
	);
	const messages = await searchRead(
		odoo,
		'mail.message',
		[
			['model', '=', 'sale.order'],
			['res_id', 'in', ids],
			['subtype_id', '=', subtype?.id ?? 0],
		],
		['res_id', 'create_uid'],
		{ order: 'id' },
	);
	const user = await odoo.userId();
	const last = new Map(messages.map((row) => [Number(row.res_id), idOf(row.create_uid)]));
	return new Set([...last].flatMap(([id, by]) => (by === user ? [id] : [])));
}
