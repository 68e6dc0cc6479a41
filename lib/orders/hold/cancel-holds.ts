import { cancelOrders } from '../sale-order/cancel-orders';
import type { OdooClient } from '../../odoo/client';
import { endHolds } from './close-hold';

/**
 * Cancels the orders of holds that no payment has taken over, and frees their stock.
 *
 * @returns the orders that are cancelled; the others are paid
 */
export async function cancelHolds(odoo: OdooClient, orderIds: number[]): Promise<Set<number>> {
	const released = await endHolds(odoo, orderIds, 'released');
	if (released.size > 0) await cancelOrders(odoo, [...released]);
	return released;
}
