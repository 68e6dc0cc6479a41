import type { OdooClient } from '../../odoo/client';
import { findByExternalIds } from '../../odoo/external-ids';
import { searchRead } from '../../odoo/records';
import { noteIds } from '../model/order-keys';
import { postNotes, type Review } from '../sale-order/chatter';
import { cancelOrders, RESET_STARTED } from '../sale-order/cancel-orders';

/**
 * Resets confirmed orders to quotations with nothing reserved. Odoo needs two steps, and the order is
 * cancelled in between; a note written first says that it should not stay cancelled.
 *
 * @returns Odoo's messages for the orders that stay confirmed, by order id
 */
export async function resetToQuotation(
	odoo: OdooClient,
	decisions: Review[],
): Promise<Map<number, string>> {
	if (decisions.length === 0) return new Map();
	const started = decisions.map(({ orderId, key }) => ({
		orderId,
		externalId: noteIds(key).resetStarted,
		text: RESET_STARTED,
	}));
	await postNotes(odoo, started);
	const rejected = await cancelOrders(
		odoo,
		decisions.map(({ orderId }) => orderId),
	);
	const ids = decisions.flatMap(({ orderId }) => (rejected.has(orderId) ? [] : [orderId]));
	if (ids.length > 0) await odoo.call('sale.order', 'action_draft', { ids });
	await noteDecisions(odoo, decisions);
	return new Map([...rejected].map(([id, { message }]) => [id, message]));
}

/** Writes notes that a decision on confirmed orders was carried out, so that it is not repeated. */
export async function noteDecisions(odoo: OdooClient, decisions: Review[]): Promise<void> {
	const notes = decisions.map(({ orderId, key, reason }) => ({
		...{ orderId, externalId: noteIds(key).decided, text: reason },
	}));
	await postNotes(odoo, notes);
}

/**
 * Finishes `resetToQuotation` for orders that an interrupted attempt left cancelled. An order that
 * somebody cancelled for good, in Odoo or with this package, stays cancelled.
 *
 * @param cancelled ids of cancelled orders by payment key
 * @returns ids of the orders that are quotations now
 */
export async function finishResets(
	odoo: OdooClient,
	cancelled: Map<string, number>,
): Promise<number[]> {
	const keys = [...cancelled.keys()];
	const notes = await findByExternalIds(
		odoo,
		keys.flatMap((key) => Object.values(noteIds(key))),
	);
	const unfinished = keys.filter((key) => {
		const { resetStarted, decided, cancelled: forGood } = noteIds(key);
		return notes.has(resetStarted) && !notes.has(decided) && !notes.has(forGood);
	});
	if (unfinished.length === 0) return [];
	const rows = await searchRead(
		odoo,
		'sale.order',
		[
			['id', 'in', unfinished.map((key) => cancelled.get(key))],
			['state', '=', 'cancel'],
			['write_uid', '=', await odoo.userId()],
		],
		['name'],
	);
	const own = new Set(rows.map(({ id }) => id));
	const decisions = unfinished.flatMap((key) => {
		const orderId = cancelled.get(key) ?? 0;
		const reason = 'The order was reset to a quotation after an interruption.';
		return own.has(orderId) ? [{ orderId, key, reason }] : [];
	});
	const ids = decisions.map(({ orderId }) => orderId);
	if (ids.length === 0) return [];
	await odoo.call('sale.order', 'action_draft', { ids });
	await noteDecisions(odoo, decisions);
	return ids;
}
