import type { IntegrationError } from '../../core/errors';
import type { OdooClient, OdooTransport } from '../../odoo/client';
import { searchRead, type Domain } from '../../odoo/records';
import { rejection } from './order-actions';

/** Before Odoo 16 a draft invoice would open a dialog instead. */
const WITHOUT_DIALOG = { disable_cancel_warning: true };

/**
 * Cancels orders, all in one call. If Odoo rejects the call, locked orders are unlocked and each order is
 * cancelled alone; an order that Odoo does not cancel is locked again.
 *
 * @returns the errors of the orders that Odoo does not cancel, by order id
 */
export async function cancelOrders(
	odoo: OdooClient,
	ids: number[],
): Promise<Map<number, IntegrationError>> {
	const rejected = new Map<number, IntegrationError>();
	if (ids.length === 0 || !(await rejection(odoo, 'action_cancel', ids, WITHOUT_DIALOG))) {
		return rejected;
	}
	const locked = await unlockOrders(odoo, ids);
	for (const id of ids) {
		const error = await rejection(odoo, 'action_cancel', [id], WITHOUT_DIALOG);
		if (error) rejected.set(id, error);
	}
	await lockOrders(
		odoo,
		locked.filter((id) => rejected.has(id)),
	);
	return rejected;
}

/**
 * Unlocks orders that a person or the setting Lock Confirmed Sales has locked. Up to Odoo 16 a locked order
 * can be cancelled and has no such field.
 *
 * @returns the ids of those that were locked
 */
export async function unlockOrders(odoo: OdooClient, ids: number[]): Promise<number[]> {
	if (!(await odoo.fields('sale.order')).has('locked')) return [];
	const domain: Domain = [
		['id', 'in', ids],
		['locked', '=', true],
	];
	const rows = await searchRead(odoo, 'sale.order', domain, ['locked'], { archived: true });
	const locked = rows.map(({ id }) => id);
	if (locked.length > 0) await odoo.call('sale.order', 'action_unlock', { ids: locked });
	return locked;
}

export async function lockOrders(odoo: OdooTransport, ids: number[]): Promise<void> {
	if (ids.length > 0) await odoo.call('sale.order', 'action_lock', { ids });
}
