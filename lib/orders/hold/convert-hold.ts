import type { OdooClient } from '../../odoo/client';
import type { PaidOrder } from '../model/paid-order';
import { endHolds } from './close-hold';
import { latestHold } from './latest-hold';

/**
 * Makes the hold of a payment's order the paid order, stock and all.
 *
 * @returns its sale order; undefined when there is no hold, or it was released before the payment
 */
export async function takeOverHold(
	odoo: OdooClient,
	order: PaidOrder,
): Promise<number | undefined> {
	const held = await latestHold(odoo, order);
	if (!held) return undefined;
	const { transaction_id: transaction } = order.payment;
	const paid = await endHolds(odoo, [held.id], { paidBy: transaction });
	if (!paid.has(held.id)) return undefined;
	const values = { client_order_ref: transaction };
	await odoo.call('sale.order', 'write', { ids: [held.id], params: { vals: values } });
	return held.id;
}
