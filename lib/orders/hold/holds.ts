import type { OdooClient } from '../../odoo/client';
import { findId } from '../../odoo/external-ids';
import { searchRead, textOf } from '../../odoo/records';
import {
	asHold,
	holdExpiry,
	orderExternalId,
	wechatValues,
	type OfPayment,
} from '../model/order-keys';
import { postNotes } from '../sale-order/chatter';
import { cancelOrders } from '../sale-order/cancel-orders';
import { wechatFields } from '../sale-order/order-fields';
import { readOrders } from '../sale-order/read-orders';

/** The sale order of a hold. */
export interface Hold {
	id: number;
	/** From 1: which hold of its order number it is. */
	attempt: number;
}

/** The newest hold of an order number. Another hold is only made after all earlier ones were released. */
export async function latestHold(odoo: OdooClient, order: OfPayment): Promise<Hold | undefined> {
	let latest: Hold | undefined;
	for (let attempt = 1; ; attempt += 1) {
		const id = await findId(odoo, 'sale.order', orderExternalId(asHold(order, attempt)));
		if (id === undefined) return latest;
		latest = { id, attempt };
	}
}

/** The newest hold of an order number with its state. `expires` is in milliseconds since 1970. */
export async function readLatestHold(
	odoo: OdooClient,
	order: OfPayment,
): Promise<(Hold & { cancelled: boolean; expires: number }) | undefined> {
	const hold = await latestHold(odoo, order);
	if (!hold) return undefined;
	const state = (await readOrders(odoo, [hold.id], false)).orders.get(hold.id);
	const expires = holdExpiry(state?.reference ?? '') ?? Infinity;
	return { ...hold, cancelled: state?.state === 'cancel', expires };
}

/**
 * Turns the hold of a payment into the paid order, with its stock.
 *
 * @returns its sale order; undefined if there is no hold, or it was released before the payment
 */
export async function convertHold(odoo: OdooClient, order: OfPayment): Promise<number | undefined> {
	const hold = await latestHold(odoo, order);
	if (!hold) return undefined;
	const { transaction_id: transaction } = order.payment;
	const paid = await closeHolds(odoo, [hold.id], { paidBy: transaction });
	if (!paid.has(hold.id)) {
		// The release may have been interrupted before it cancelled the order.
		const { orders } = await readOrders(odoo, [hold.id], false);
		if (orders.get(hold.id)?.state !== 'cancel') await cancelOrders(odoo, [hold.id]);
		return undefined;
	}
	const marked = (await wechatFields(odoo)).includes('x_wechat_paid_on');
	const paidOn = marked && wechatValues(order).x_wechat_paid_on;
	const vals = { client_order_ref: transaction, ...(paidOn && { x_wechat_paid_on: paidOn }) };
	await odoo.call('sale.order', 'write', { ids: [hold.id], params: { vals } });
	return hold.id;
}

/**
 * Closes holds, each one exactly once: with a payment, or by releasing it. It is recorded as a note in
 * the chatter of the order. Odoo keeps the external id of the note unique, so if a payment and a release
 * race each other, one of them wins and both learn which.
 *
 * @param orderIds the sale orders of the holds
 * @returns the orders that were closed this way, now or before; the others were closed the other way
 * @throws IntegrationError `ODOO_SERIALIZATION` if both came at the same moment: retry
 */
export async function closeHolds(
	odoo: OdooClient,
	orderIds: number[],
	how: { paidBy: string } | 'released',
): Promise<Set<number>> {
	if (orderIds.length === 0) return new Set();
	const text = how === 'released' ? 'WeChat hold released' : `WeChat hold paid by ${how.paidBy}`;
	const externalId = (orderId: number) => `wechat_pay.hold_end_${orderId}`;
	const ids = await postNotes(
		odoo,
		orderIds.map((orderId) => ({
			orderId,
			externalId: externalId(orderId),
			subject: text,
			text,
		})),
	);
	const written = [...ids.values()];
	const notes = await searchRead(odoo, 'mail.message', [['id', 'in', written]], ['subject']);
	const same = new Set(notes.flatMap(({ id, subject }) => (textOf(subject) === text ? [id] : [])));
	return new Set(orderIds.filter((id) => same.has(ids.get(externalId(id)) ?? 0)));
}
