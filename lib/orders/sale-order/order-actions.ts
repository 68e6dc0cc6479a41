import { IntegrationError } from '../../core/errors';
import type { OdooClient, OdooTransport } from '../../odoo/client';
import { findByExternalId } from '../../odoo/external-ids';
import { WITHOUT_LOG } from '../../odoo/load';
import { idOf, searchRead, type Domain } from '../../odoo/records';

/**
 * Confirms orders, which creates and reserves their deliveries, all in one call. If Odoo rejects the
 * call, orders that were confirmed or cancelled by others meanwhile are skipped, and the rest is split
 * in halves until only invalid orders fail.
 *
 * @returns Odoo's messages for rejected orders, by order id
 * @throws IntegrationError for errors that say nothing about the orders (no answer, lost race, …)
 */
export async function confirmOrders(
	odoo: OdooTransport,
	ids: number[],
): Promise<Map<number, string>> {
	if (ids.length === 0) return new Map();
	const message = (await rejection(odoo, 'action_confirm', ids, WITHOUT_LOG))?.message;
	if (message === undefined) return new Map();
	if (ids.length === 1) return new Map(ids.map((id) => [id, message]));
	const rows = await searchRead(odoo, 'sale.order', [['id', 'in', ids]], ['state']);
	const open = rows.filter(({ state }) => state === 'draft' || state === 'sent');
	const openIds = new Set(open.map(({ id }) => id));
	const rejected = new Map(ids.filter((id) => !openIds.has(id)).map((id) => [id, message]));
	const left = ids.filter((id) => openIds.has(id));
	const parts = left.length < ids.length ? [left] : halves(left);
	for (const part of parts) {
		for (const [id, why] of await confirmOrders(odoo, part)) rejected.set(id, why);
	}
	return rejected;
}

const halves = (ids: number[]): number[][] => {
	const middle = Math.ceil(ids.length / 2);
	return [ids.slice(0, middle), ids.slice(middle)];
};

/** Calls a method of orders. @returns the error if Odoo rejects it because of an order */
async function rejection(
	odoo: OdooTransport,
	method: string,
	ids: number[],
	context: Record<string, unknown>,
): Promise<IntegrationError | undefined> {
	try {
		await odoo.call('sale.order', method, { ids, context });
		return undefined;
	} catch (error) {
		const aboutOrders = ['ODOO_VALIDATION', 'ODOO_SERVER_FAULT'];
		if (error instanceof IntegrationError && aboutOrders.includes(error.code)) return error;
		return await Promise.reject(error);
	}
}

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

/** Ids of the transfers of orders that are neither done nor cancelled. */
export async function openTransfers(odoo: OdooTransport, orderIds: number[]): Promise<number[]> {
	const open = await searchRead(
		odoo,
		'stock.picking',
		[
			['sale_id', 'in', orderIds],
			['state', 'in', ['confirmed', 'assigned', 'waiting']],
		],
		['state'],
		{ order: 'id' },
	);
	return open.map(({ id }) => id);
}

/** Releases the reserved quantities of transfers. */
export async function unreserve(odoo: OdooTransport, ids: number[]): Promise<void> {
	if (ids.length > 0) await odoo.call('stock.picking', 'do_unreserve', { ids });
}

/** Of these orders, those whose last confirmation was made by the user of the connection, as their chatter says. */
export async function confirmedByThisUser(odoo: OdooClient, ids: number[]): Promise<Set<number>> {
	const subtype = await odoo.remember(
		'subtype of confirmations',
		async () => await findByExternalId(odoo, 'sale.mt_order_confirmed'),
	);
	const messages = await searchRead(
		odoo,
		'mail.message',
		[
			['model', '=', 'sale.order'],
			['res_id', 'in', ids],
			['subtype_id', '=', subtype?.id ?? 0],
		],
		['res_id', 'create_uid'],
		{ order: 'id' },
	);
	const user = await odoo.userId();
	const last = new Map(messages.map((row) => [Number(row.res_id), idOf(row.create_uid)]));
	return new Set([...last].flatMap(([id, by]) => (by === user ? [id] : [])));
}
