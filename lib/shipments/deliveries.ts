import type { OdooClient } from '../odoo/client';
import { idOf, searchRead, textOf, type Domain } from '../odoo/records';

/** A delivery of an order to its buyer that is not cancelled. */
export interface Delivery {
	id: number;
	name: string;
	orderId: number;
	done: boolean;
	/** In Odoo's format, UTC; empty until it is done. */
	dateDone: string;
	recipientId: number | undefined;
	carrierId: number | undefined;
	tracking: string;
}

/** Transfers to the buyer: without earlier steps of a delivery and returns. */
export const TO_BUYER: Domain = [['location_dest_id.usage', '=', 'customer']];

/** All deliveries of orders, the earliest finished first, open ones last. */
export async function deliveriesOf(odoo: OdooClient, orderIds: number[]): Promise<Delivery[]> {
	const known = await odoo.fields('stock.picking');
	const domain: Domain = [['sale_id', 'in', orderIds], ['state', '!=', 'cancel'], ...TO_BUYER];
	const fields = ['name', 'sale_id', 'state', 'date_done', 'partner_id'];
	// Fields of Odoo's app for delivery methods, which not every shop has.
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
		.sort(byTime);
}

/** Whether the order has a later delivery, done or not. The last one tells the buyer that everything was shipped. */
export const moreFollows = (delivery: Delivery, all: readonly Delivery[]): boolean =>
	all.some((other) => other.orderId === delivery.orderId && byTime(delivery, other) < 0);

function byTime(one: Delivery, other: Delivery): number {
	if (one.done !== other.done) return one.done ? -1 : 1;
	if (one.dateDone !== other.dateDone) return one.dateDone < other.dateDone ? -1 : 1;
	return one.id - other.id;
}
