import type { OdooClient } from '../client';
import { findByExternalId } from '../external-ids';
import { takeOverHold } from '../hold/take-over';
import { searchRead, textOf, type OdooRow } from '../records';
import type { OdooTransport } from '../transport/transport';
import { orderExternalId, orderOrigin, paymentKey, type PaidOrder } from './paid-order';

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
 */
export async function findOrders(
	odoo: OdooClient,
	orders: PaidOrder[],
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
		['client_order_ref', 'origin'],
		{ archived: true, order: 'id' },
	);
	const found = new Map<string, FoundOrder>();
	for (const order of orders) {
		const hits = rows.filter((row) => carriesReference(row, order));
		const hit = hits.length > 0 ? await confirmed(odoo, order, hits) : undefined;
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
): Promise<FoundOrder | undefined> {
	const own = await findOwnOrder(odoo, order);
	if (own) return own;
	const held = await takeOverHold(odoo, order);
	if (held !== undefined) return { id: held, ours: true, held: true };
	// The shop's own number may have been used for another order too; the transaction id may not.
	const typed = hits.find(
		({ client_order_ref: reference }) => textOf(reference) === order.payment.transaction_id,
	);
	return typed && { id: typed.id, ours: false };
}
