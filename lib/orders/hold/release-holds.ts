import type { OdooClient } from '../../odoo/client';
import { searchRead, textOf } from '../../odoo/records';
import { ANY_HOLD, holdExpiry } from '../model/order-keys';
import { cancelOrders } from '../sale-order/cancel-orders';
import { closeHolds } from './holds';

/** A hold that has expired. */
export interface ExpiredHold {
	sale_order_id: number;
	name: string;
	/** ISO 8601. */
	expired_at: string;
	/** False if its payment came first, if Odoo does not cancel it, and in a preview. */
	released: boolean;
}

/**
 * Cancels the orders of all holds that expired unpaid, which releases their stock. A paid hold is never
 * cancelled, even if its payment arrives at the same moment.
 *
 * @param now milliseconds since 1970
 * @param dryRun only list the expired holds
 */
export async function releaseExpiredHolds(
	odoo: OdooClient,
	now: number,
	dryRun: boolean,
): Promise<ExpiredHold[]> {
	const rows = await searchRead(
		odoo,
		'sale.order',
		[
			['client_order_ref', '=like', ANY_HOLD],
			['state', '!=', 'cancel'],
		],
		['name', 'client_order_ref'],
		{ order: 'id' },
	);
	const expired = rows.flatMap(({ id, name, client_order_ref: reference }) => {
		const expires = holdExpiry(textOf(reference));
		return expires !== undefined && expires <= now ? [{ id, name: textOf(name), expires }] : [];
	});
	const ids = expired.map(({ id }) => id);
	const released = dryRun ? new Set<number>() : await releaseHolds(odoo, ids);
	return expired.map(({ id, name, expires }) => ({
		sale_order_id: id,
		name,
		expired_at: new Date(expires).toISOString(),
		released: released.has(id),
	}));
}

/**
 * Cancels the orders of holds that were not paid, which releases their stock.
 *
 * @returns the cancelled orders; the others are paid, or Odoo does not cancel them
 */
export async function releaseHolds(odoo: OdooClient, orderIds: number[]): Promise<Set<number>> {
	const ends = orderIds.map((id) => ({ id }));
	const released = [...(await closeHolds(odoo, ends))];
	const rejected = await cancelOrders(odoo, released);
	return new Set(released.filter((id) => !rejected.has(id)));
}
