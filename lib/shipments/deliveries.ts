import type { OdooClient } from '../odoo/client';
import { idOf, searchRead, textOf, type Domain, type OdooRow } from '../odoo/records';
import { movesToBuyer } from '../orders/sale-order/moves';

/** A delivery of one order to its buyer that is not cancelled: a transfer, which other orders may share. */
export interface Delivery {
	/** Of the transfer. */
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

/**
 * All deliveries of orders, from stock and by vendors, the earliest finished first, open ones last.
 *
 * @param orderOfLine ids of the orders by order line
 */
export async function deliveriesOf(
	odoo: OdooClient,
	orderIds: number[],
	orderOfLine: ReadonlyMap<number, number>,
): Promise<Delivery[]> {
	const known = await odoo.fields('stock.picking');
	const notCancelled: Domain = [...movesToBuyer(orderIds), ['state', '!=', 'cancel']];
	const moves = await searchRead(odoo, 'stock.move', notCancelled, ['picking_id', 'sale_line_id']);
	const ids = [...new Set(moves.map((move) => idOf(move.picking_id) ?? 0))];
	const fields = ['name', 'sale_id', 'state', 'date_done', 'partner_id'];
	// Fields of Odoo's app for delivery methods, which not every shop has.
	const shipping = ['carrier_id', 'carrier_tracking_ref'].filter((field) => known.has(field));
	const pickings: Domain = [
		['id', 'in', ids],
		['state', '!=', 'cancel'],
	];
	const rows = await searchRead(odoo, 'stock.picking', pickings, [...fields, ...shipping]);
	return rows
		.flatMap((row) => {
			const own = moves.filter((move) => idOf(move.picking_id) === row.id);
			const orders = own.map((move) => orderOfMove(move, row, orderOfLine));
			return [...new Set(orders)].map((orderId) => deliveryOf(row, orderId));
		})
		.sort(byTime);
}

/** The order of a move. One that a person added to a transfer belongs to the order of the transfer. */
const orderOfMove = (move: OdooRow, picking: OdooRow, orderOfLine: ReadonlyMap<number, number>) =>
	orderOfLine.get(idOf(move.sale_line_id) ?? 0) ?? idOf(picking.sale_id) ?? 0;

const deliveryOf = (row: OdooRow, orderId: number): Delivery => ({
	id: row.id,
	name: textOf(row.name),
	orderId,
	done: row.state === 'done',
	dateDone: row.state === 'done' ? textOf(row.date_done) : '',
	recipientId: idOf(row.partner_id),
	carrierId: idOf(row.carrier_id),
	tracking: textOf(row.carrier_tracking_ref).trim(),
});

/** Whether the order has a later delivery, done or not. */
export const moreFollows = (delivery: Delivery, all: readonly Delivery[]): boolean =>
	all.some((other) => other.orderId === delivery.orderId && byTime(delivery, other) < 0);

function byTime(one: Delivery, other: Delivery): number {
	if (one.done !== other.done) return one.done ? -1 : 1;
	if (one.dateDone !== other.dateDone) return one.dateDone < other.dateDone ? -1 : 1;
	return one.id - other.id;
}
