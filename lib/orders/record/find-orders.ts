import type { OdooClient } from '../../odoo/client';
import { findId } from '../../odoo/external-ids';
import { searchRead, textOf, type OdooRow } from '../../odoo/records';
import { orderExternalId, orderOrigin, paymentKey } from '../model/order-keys';
import type { PaidOrder } from '../model/paid-order';

/** An order with the reference of a payment. */
export interface FoundOrder {
	id: number;
	/** False for an order that this package did not create: entered by a person, or copied. */
	ours: boolean;
	/** True for an order that was a hold before the payment. */
	held?: boolean;
	/** Names of orders that a person entered for the same payment, beside this one; cancelled ones do not count. */
	others?: string[];
}

/** Finds the order of a payment's hold, and converts the hold if it is to be paid. */
export type FindHold = (odoo: OdooClient, order: PaidOrder) => Promise<number | undefined>;

/**
 * Finds the orders of all payments in one search, by two references that a person may have changed, and
 * confirms each hit by its external id, which nobody changes by accident.
 */
export async function findOrders(
	odoo: OdooClient,
	orders: PaidOrder[],
	findHold: FindHold,
): Promise<Map<string, FoundOrder>> {
	if (orders.length === 0) return new Map();
	const rows = await searchRead(
		odoo,
		'sale.order',
		[
			'|',
			['client_order_ref', 'in', orders.map(({ payment }) => payment.transaction_id)],
			['origin', 'in', orders.map(orderOrigin)],
		],
		['name', 'state', 'client_order_ref', 'origin'],
		{ archived: true, order: 'id' },
	);
	const found = new Map<string, FoundOrder>();
	for (const order of orders) {
		const hits = rows.filter((row) => hasReference(row, order));
		const hit = hits.length > 0 ? await confirmHit(odoo, order, hits, findHold) : undefined;
		if (hit) found.set(paymentKey(order), hit);
	}
	return found;
}

const hasReference = (row: OdooRow, order: PaidOrder) =>
	textOf(row.client_order_ref) === order.payment.transaction_id ||
	textOf(row.origin) === orderOrigin(order);

async function confirmHit(
	odoo: OdooClient,
	order: PaidOrder,
	hits: OdooRow[],
	findHold: FindHold,
): Promise<FoundOrder | undefined> {
	// The order number of the shop may belong to another order as well; a transaction id may not.
	const named = hits.filter(
		({ client_order_ref: reference }) => textOf(reference) === order.payment.transaction_id,
	);
	const besides = (id: number) => {
		const open = named.filter((row) => row.id !== id && row.state !== 'cancel');
		return open.length > 0 && { others: open.map(({ name }) => textOf(name)) };
	};
	const own = await findId(odoo, 'sale.order', orderExternalId(order));
	if (own !== undefined) return { id: own, ours: true, ...besides(own) };
	const held = await findHold(odoo, order);
	if (held !== undefined) return { id: held, ours: true, held: true, ...besides(held) };
	return named[0] && { id: named[0].id, ours: false };
}
