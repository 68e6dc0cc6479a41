import type { ChangeSource } from '../changes/changed-since';
import type { Watch } from '../changes/watch';
import { searchRead, type Domain } from '../odoo/records';
import { recordedOrders } from '../orders/model/order-keys';
import { orderNames, type OrderNames } from './order-names';

/** A recorded order that was cancelled in Odoo. */
export interface CancelledOrder extends Omit<OrderNames, 'sale_order_id' | 'name'> {
	order: { sale_order_id: number; name: string; state: 'cancel' };
}

export const CANCELLED_SOURCES: ChangeSource[] = [
	{ model: 'sale.order', domain: [...recordedOrders(), ['state', '=', 'cancel']], of: 'id' },
];

/** Recorded orders that were cancelled, by anybody. */
export const cancelledOrderWatch: Watch = {
	sources: CANCELLED_SOURCES,
	async read(odoo, ids) {
		const cancelled: Domain = [
			['id', 'in', ids],
			['state', '=', 'cancel'],
		];
		const rows = await searchRead(odoo, 'sale.order', cancelled, ['id'], { archived: true });
		const names = await orderNames(
			odoo,
			rows.map(({ id }) => id),
		);
		return [...names.values()].map(({ sale_order_id, name, ...payment }) => {
			const json: CancelledOrder = {
				...payment,
				order: { sale_order_id, name, state: 'cancel' },
			};
			return { id: sale_order_id, json };
		});
	},
};
