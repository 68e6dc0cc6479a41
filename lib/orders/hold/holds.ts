import type { OdooClient } from '../../odoo/client';
import { loadAll } from '../../odoo/load';
import { searchRead, textOf } from '../../odoo/records';
import { wechatValues, type OfPayment } from '../model/order-keys';
import { postNotes } from '../sale-order/chatter';
import { cancelOrders } from '../sale-order/cancel-orders';
import { wechatFields } from '../sale-order/order-fields';
import { readOrders } from '../sale-order/read-orders';

/** A payment, and the sale order of its newest hold. */
export interface PaidHold {
	order: OfPayment;
	id: number;
}

/**
 * Turns the holds of payments into the paid orders, with their stock.
 *
 * @returns the sale orders that are paid now; the others were released before their payment
 */
export async function convertHolds(odoo: OdooClient, holds: PaidHold[]): Promise<Set<number>> {
	if (holds.length === 0) return new Set();
	const ends = holds.map(({ order, id }) => ({ id, paidBy: order.payment.transaction_id }));
	const paid = await closeHolds(odoo, ends);
	const released = holds.filter(({ id }) => !paid.has(id)).map(({ id }) => id);
	if (released.length > 0) {
		// The release may have been interrupted before it cancelled the order.
		const { orders } = await readOrders(odoo, released, false);
		const open = released.filter((id) => orders.get(id)?.state !== 'cancel');
		await cancelOrders(odoo, open);
	}
	const marked = (await wechatFields(odoo)).includes('x_wechat_paid_on');
	const records = holds
		.filter(({ id }) => paid.has(id))
		.map(({ order, id }) => {
			const paidOn = marked ? [wechatValues(order).x_wechat_paid_on] : [];
			const row = [String(id), order.payment.transaction_id, ...paidOn];
			return { key: String(id), rows: [row] };
		});
	const columns = ['.id', 'client_order_ref', ...(marked ? ['x_wechat_paid_on'] : [])];
	await loadAll(odoo, 'sale.order', columns, records);
	return paid;
}

/**
 * Closes holds, each one exactly once: with a payment, or by releasing it. It is recorded as a note in
 * the chatter of the order. Odoo keeps the external id of the note unique, so if a payment and a release
 * race each other, one of them wins and both learn which.
 *
 * @param holds the sale orders of the holds, and the transaction that pays each; absent: it is released
 * @returns the orders that were closed this way, now or before; the others were closed the other way
 * @throws IntegrationError `ODOO_SERIALIZATION` if both came at the same moment: retry
 */
export async function closeHolds(
	odoo: OdooClient,
	holds: Array<{ id: number; paidBy?: string }>,
): Promise<Set<number>> {
	if (holds.length === 0) return new Set();
	const notes = holds.map(({ id: orderId, paidBy }) => {
		const text = paidBy === undefined ? 'WeChat hold released' : `WeChat hold paid by ${paidBy}`;
		return { orderId, externalId: `wechat_pay.hold_end_${orderId}`, subject: text, text };
	});
	const ids = await postNotes(odoo, notes);
	const written = await searchRead(
		odoo,
		'mail.message',
		[['id', 'in', [...ids.values()]]],
		['subject'],
	);
	const subjects = new Map(written.map(({ id, subject }) => [id, textOf(subject)]));
	const closed = notes.filter(
		({ externalId, subject }) => subjects.get(ids.get(externalId) ?? 0) === subject,
	);
	return new Set(closed.map(({ orderId }) => orderId));
}
