import type { Watch } from '../changes/watch';
import { searchRead, textOf, type Domain } from '../odoo/records';
import { recordedOrders, REFUND_TAG } from '../orders/model/order-keys';
import { orderNames, type OrderNames } from '../orders/sale-order/order-names';

/** A recorded order that a person tagged for a refund. */
export interface RefundRequest extends Omit<OrderNames, 'sale_order_id' | 'name'> {
	order: { sale_order_id: number; name: string; state: string; tag: string };
}

/** Recorded orders with the tag. */
export const TAGGED_ORDERS: Domain = [...recordedOrders(), ['tag_ids.name', '=', REFUND_TAG]];

/** Recorded orders that have the tag which Set Up creates: a person asks for a refund of what is left. */
export const refundTagWatch: Watch = {
	sources: [{ model: 'sale.order', domain: TAGGED_ORDERS, of: 'id' }],
	async read(odoo, ids) {
		const domain: Domain = [['id', 'in', ids], ...TAGGED_ORDERS];
		const rows = await searchRead(odoo, 'sale.order', domain, ['state'], { archived: true });
		const names = await orderNames(
			odoo,
			rows.map(({ id }) => id),
		);
		return rows.flatMap(({ id, state }) => {
			const order = names.get(id);
			if (!order) return [];
			const { sale_order_id, name, ...payment } = order;
			const json: RefundRequest = {
				...payment,
				order: { sale_order_id, name, state: textOf(state), tag: REFUND_TAG },
			};
			return [{ id, json }];
		});
	},
};
