import type { ChangeSource } from '../changes/changed-since';
import type { Watch } from '../changes/watch';
import type { OdooClient } from '../odoo/client';
import { searchRead, type Domain } from '../odoo/records';
import { recordedOrders } from '../orders/model/order-keys';
import { orderNames, type OrderNames } from '../orders/sale-order/order-names';
import { readResets } from '../orders/sale-order/cancel-orders';

/** A recorded order that was cancelled in Odoo. */
export interface CancelledOrder extends Omit<OrderNames, 'sale_order_id' | 'name'> {
	order: { sale_order_id: number; name: string; state: 'cancel' };
}

export const CANCELLED_SOURCES: ChangeSource[] = [
	{ model: 'sale.order', domain: [...recordedOrders(), ['state', '=', 'cancel']], of: 'id' },
];

/**
 * Recorded orders that were cancelled, by anybody. An order that is only cancelled for a moment, on its way
 * back to a quotation, is left out.
 */
export const cancelledOrderWatch: Watch = {
	sources: CANCELLED_SOURCES,
	async read(odoo, ids) {
		const found = await staysCancelled(odoo, ids);
		if (found.length === 0) return [];
		const names = await orderNames(odoo, found);
		return [...names.values()].map(({ sale_order_id, name, ...payment }) => {
			const json: CancelledOrder = {
				...payment,
				order: { sale_order_id, name, state: 'cancel' },
			};
			return { id: sale_order_id, json };
		});
	},
};

async function staysCancelled(odoo: OdooClient, ids: number[]): Promise<number[]> {
	const before = await cancelled(odoo, ids);
	const resets = await readResets(odoo, before);
	if (resets.size === 0) return before;
	// A reset may have ended since the states were read.
	const stay = new Set(await cancelled(odoo, before));
	return before.filter((id) => stay.has(id) && !resets.get(id)?.unfinished);
}

async function cancelled(odoo: OdooClient, ids: number[]): Promise<number[]> {
	const domain: Domain = [
		['id', 'in', ids],
		['state', '=', 'cancel'],
	];
	const rows = await searchRead(odoo, 'sale.order', domain, ['id'], { archived: true });
	return rows.map(({ id }) => id);
}
