import type { OdooClient } from '../odoo/client';
import { ordersByTransaction } from '../orders/sale-order/orders-by-transaction';
import { recordedOrders } from '../orders/model/order-keys';
import { searchRead, type Domain, toOdooTime } from '../odoo/records';
import { TO_BUYER } from './deliveries';

/** Finished transfers to buyers of recorded orders. Odoo names only one of the orders that share a transfer. */
export const FINISHED_DELIVERIES: Domain = [
	...TO_BUYER,
	['state', '=', 'done'],
	'|',
	...recordedOrders('sale_id.'),
	...recordedOrders('move_line_ids.move_id.sale_line_id.order_id.'),
];

/** Database ids of the recorded orders of payments. */
export async function ordersOfPayments(
	odoo: OdooClient,
	transactionIds: string[],
): Promise<number[]> {
	const rows = await ordersByTransaction(odoo, transactionIds, ['id'], recordedOrders());
	return rows.map(({ id }) => id);
}

/** Database ids of orders with a delivery finished since then. @param since milliseconds since 1970 */
export async function ordersShipped(odoo: OdooClient, since: number): Promise<number[]> {
	const shipped: Domain = [...FINISHED_DELIVERIES, ['date_done', '>=', toOdooTime(since)]];
	const rows = await searchRead(odoo, 'stock.picking', shipped, ['id']);
	return await ordersOfDeliveries(
		odoo,
		rows.map(({ id }) => id),
	);
}

/** The sale orders of these transfers, each once; a transfer may belong to several. */
export async function ordersOfDeliveries(odoo: OdooClient, ids: number[]): Promise<number[]> {
	if (ids.length === 0) return [];
	const domain: Domain = [
		...recordedOrders(),
		'|',
		['order_line.move_ids.picking_id', 'in', ids],
		['picking_ids', 'in', ids],
	];
	const rows = await searchRead(odoo, 'sale.order', domain, ['id'], { archived: true });
	return rows.map(({ id }) => id);
}
