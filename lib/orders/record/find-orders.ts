import { withReferences } from '../sale-order/read-orders';
import type { OdooClient, OdooTransport } from '../../odoo/client';
import { findByExternalId } from '../../odoo/external-ids';
import { takeOverHold } from '../hold/convert-hold';
import { searchRead, textOf, type OdooRow } from '../../odoo/records';
import { orderExternalId, orderOrigin, paymentKey, type PaidOrder } from '../model/paid-order';

/** An order that carries a payment's reference. */
export interface FoundOrder {
	id: number;
	/** False for one that was not written by this package: typed in by a person, or copied. */
	ours: boolean;
	/** True for one that held the stock before it was paid. */
	held?: boolean;
}

/**
 * Looks up the orders of all payments in one search, by either reference that a person may have
 * changed, and confirms each hit by its external id, which nobody changes by accident.
 *
 * @param findHold takes the hold of an order over, or only looks for it
 */
export async function findOrders(
	odoo: OdooClient,
	orders: PaidOrder[],
	findHold: (odoo: OdooClient, order: PaidOrder) => Promise<number | undefined> = takeOverHold,
): Promise<Map<string, FoundOrder>> {
	if (orders.length === 0) return new Map();
	const rows = await searchRead(
		odoo,
		'sale.order',
		withReferences(orders),
		['client_order_ref', 'origin'],
		{ archived: true, order: 'id' },
	);
	const found = new Map<string, FoundOrder>();
	for (const order of orders) {
		const hits = rows.filter((row) => carriesReference(row, order));
		const hit = hits.length > 0 ? await confirmed(odoo, order, hits, findHold) : undefined;
		if (hit) found.set(paymentKey(order), hit);
	}
	return found;
}

/** The order behind the payment's external id, whatever its references say. */
export async function findOwnOrder(
	odoo: OdooTransport,
	order: PaidOrder,
): Promise<FoundOrder | undefined> {
	const reference = await findByExternalId(odoo, orderExternalId(order));
	return reference?.model === 'sale.order' ? { id: reference.id, ours: true } : undefined;
}

const carriesReference = (row: OdooRow, order: PaidOrder) =>
	textOf(row.client_order_ref) === order.payment.transaction_id ||
	textOf(row.origin) === orderOrigin(order);

async function confirmed(
	odoo: OdooClient,
	order: PaidOrder,
	hits: OdooRow[],
	findHold: typeof takeOverHold,
): Promise<FoundOrder | undefined> {
	const own = await findOwnOrder(odoo, order);
	if (own) return own;
	const held = await findHold(odoo, order);
	if (held !== undefined) return { id: held, ours: true, held: true };
	// The shop's own number may have been used for another order too; the transaction id may not.
	const typed = hits.find(
		({ client_order_ref: reference }) => textOf(reference) === order.payment.transaction_id,
	);
	return typed && { id: typed.id, ours: false };
}
