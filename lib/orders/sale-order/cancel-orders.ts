import type { IntegrationError } from '../../core/errors';
import type { OdooClient, OdooTransport } from '../../odoo/client';
import { searchRead, type Domain } from '../../odoo/records';
import { rejection } from './order-actions';
import { externalIdsOf, findByExternalIds } from '../../odoo/external-ids';
import { keyOfReset, noteIds } from '../model/order-keys';

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

/** Text of the note with which a reset to a quotation starts. */
export const RESET_STARTED = 'The confirmation is undone: the order is reset to a quotation.';

/**
 * Of these orders, those with a reset to a quotation, and whether it has not finished yet: such an order is
 * cancelled for a moment, or since the reset was interrupted.
 */
export async function readResets(
	odoo: OdooClient,
	orderIds: number[],
): Promise<Map<number, { unfinished: boolean }>> {
	const resets = new Map<number, { unfinished: boolean }>();
	if (orderIds.length === 0) return resets;
	const domain: Domain = [
		['model', '=', 'sale.order'],
		['res_id', 'in', orderIds],
		['body', 'ilike', RESET_STARTED],
	];
	const notes = await searchRead(odoo, 'mail.message', domain, ['res_id']);
	if (notes.length === 0) return resets;
	const named = await externalIdsOf(
		odoo,
		'mail.message',
		notes.map(({ id }) => id),
	);
	const keys = new Map(
		notes.flatMap(({ id, res_id: order }) => {
			const [key] = (named.get(id) ?? []).flatMap((one) => keyOfReset(one) ?? []);
			return key === undefined ? [] : [[Number(order), key] as const];
		}),
	);
	const ends = [...keys.values()].flatMap((key) => [noteIds(key).decided, noteIds(key).cancelled]);
	const ended = await findByExternalIds(odoo, ends);
	for (const [order, key] of keys) {
		const { decided, cancelled } = noteIds(key);
		resets.set(order, { unfinished: !ended.has(decided) && !ended.has(cancelled) });
	}
	return resets;
}
