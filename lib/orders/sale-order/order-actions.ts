import { IntegrationError } from '../../core/errors';
import type { OdooTransport } from '../../odoo/client';
import { searchRead, WITHOUT_CHANGE_LOG, WITHOUT_LOG } from '../../odoo/records';
import type { RecordOptions } from '../model/paid-order';

/**
 * Confirms orders, which creates and reserves their deliveries, all in one call. If Odoo rejects the
 * call, orders that were confirmed or cancelled by others meanwhile are skipped, and the rest is split
 * in halves until only invalid orders fail.
 *
 * @param options `withoutChangeLog`: followers get no message about the orders and their deliveries
 * @returns Odoo's messages for rejected orders, by order id
 * @throws IntegrationError for errors that say nothing about the orders (no answer, lost race, …)
 */
export async function confirmOrders(
	odoo: OdooTransport,
	ids: number[],
	{ withoutChangeLog = false }: Pick<RecordOptions, 'withoutChangeLog'> = {},
): Promise<Map<number, string>> {
	if (ids.length === 0) return new Map();
	const context = withoutChangeLog ? WITHOUT_CHANGE_LOG : WITHOUT_LOG;
	const message = (await rejection(odoo, 'action_confirm', ids, context))?.message;
	if (message === undefined) return new Map();
	if (ids.length === 1) return new Map(ids.map((id) => [id, message]));
	const rows = await searchRead(odoo, 'sale.order', [['id', 'in', ids]], ['state']);
	const open = rows.filter(({ state }) => state === 'draft' || state === 'sent');
	const openIds = new Set(open.map(({ id }) => id));
	const rejected = new Map(ids.filter((id) => !openIds.has(id)).map((id) => [id, message]));
	const left = ids.filter((id) => openIds.has(id));
	const parts = left.length < ids.length ? [left] : halves(left);
	for (const part of parts) {
		for (const [id, why] of await confirmOrders(odoo, part, { withoutChangeLog }))
			rejected.set(id, why);
	}
	return rejected;
}

const halves = (ids: number[]): number[][] => {
	const middle = Math.ceil(ids.length / 2);
	return [ids.slice(0, middle), ids.slice(middle)];
};

/** Calls a method of orders. @returns the error if Odoo rejects it because of an order */
export async function rejection(
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
