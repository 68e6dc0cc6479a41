import { groupsOf } from '../../odoo/group-records';
import type { OdooClient } from '../../odoo/client';
import type { Domain } from '../../odoo/records';

/**
 * The products that are in a confirmed order with the source _WeChat_.
 *
 * @param since as Odoo writes moments, e.g. `2026-08-27 00:00:00`
 */
export async function soldProducts(
	odoo: OdooClient,
	productIds: number[],
	since: string,
): Promise<Set<number>> {
	if (productIds.length === 0) return new Set();
	const sold: Domain = [
		['product_id', 'in', productIds],
		['order_id.state', 'in', ['sale', 'done']],
		['order_id.date_order', '>=', since],
		['order_id.source_id.name', '=', 'WeChat'],
	];
	const groups = await groupsOf(odoo, 'sale.order.line', sold, 'product_id');
	return new Set(groups.map(({ id }) => id));
}
