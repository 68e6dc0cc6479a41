import type { OdooClient } from '../odoo/client';
import { idOf, searchRead, textOf, type Domain } from '../odoo/records';

/** A delivery of an order to its buyer that is not cancelled. */
export interface Delivery {
	id: number;
	name: string;
	orderId: number;
	done: boolean;
	/** As Odoo writes it, UTC; empty while it is not done. */
	dateDone: string;
	recipientId: number | undefined;
	carrierId: number | undefined;
	tracking: string;
}

/** What goes to a buyer: neither the earlier steps of a delivery nor what comes back. */
export const TO_BUYER: Domain = [['location_dest_id.usage', '=', 'customer']];

/** All deliveries of orders, the earliest finished first, those that are still open last. */
export async function deliveriesOf(odoo: OdooClient, orderIds: number[]): Promise<Delivery[]> {
	const known = await odoo.fields('stock.picking');
	const domain: Domain = [['sale_id', 'in', orderIds], ['state', '!=', 'cancel'], ...TO_BUYER];
	const fields = ['name', 'sale_id', 'state', 'date_done', 'partner_id'];
	// They come with Odoo's app for delivery methods, which not every shop has.
	const shipping = ['carrier_id', 'carrier_tracking_ref'].filter((field) => known.has(field));
	const rows = await searchRead(odoo, 'stock.picking', domain, [...fields, ...shipping]);
	return rows
		.map((row) => ({
			id: row.id,
			name: textOf(row.name),
			orderId: idOf(row.sale_id) ?? 0,
			done: row.state === 'done',
			dateDone: row.state === 'done' ? textOf(row.date_done) : '',
			recipientId: idOf(row.partner_id),
			carrierId: idOf(row.carrier_id),
			tracking: textOf(row.carrier_tracking_ref).trim(),
		}))
		.sort(inTheirOrder);
}

/** True where the order has a later delivery, be it done or not: the buyer is not told yet that all has left. */
export const moreFollows = (delivery: Delivery, all: readonly Delivery[]): boolean =>
	all.some((other) => other.orderId === delivery.orderId && inTheirOrder(delivery, other) < 0);

function inTheirOrder(one: Delivery, other: Delivery): number {
	if (one.done !== other.done) return one.done ? -1 : 1;
	if (one.dateDone !== other.dateDone) return one.dateDone < other.dateDone ? -1 : 1;
	return one.id - other.id;
}
