import type { OdooClient } from '../odoo/client';
import { ordersByTransaction } from '../orders/sale-order/orders-by-transaction';
import { recordedOrders } from '../orders/model/order-keys';
import { idOf, searchRead, type Domain, toOdooTime } from '../odoo/records';
import { TO_BUYER } from './deliveries';

/** Database ids of the recorded orders of payments. */
export async function ordersOfPayments(
	odoo: OdooClient,
	transactionIds: string[],
): Promise<number[]> {
	const rows = await ordersByTransaction(odoo, transactionIds, ['id'], recordedOrders());
	return rows.map(({ id }) => id);
}

/** Database ids of recorded orders with a delivery finished since then. @param since milliseconds since 1970 */
export async function ordersShipped(odoo: OdooClient, since: number): Promise<number[]> {
	return await ordersOf(odoo, [
		...TO_BUYER,
		...recordedOrders('sale_id.'),
		['state', '=', 'done'],
		['date_done', '>=', toOdooTime(since)],
	]);
}

/** The sale orders of these deliveries, each once. */
export const ordersOfDeliveries = async (odoo: OdooClient, ids: number[]): Promise<number[]> =>
	await ordersOf(odoo, [['id', 'in', ids]]);

async function ordersOf(odoo: OdooClient, deliveries: Domain): Promise<number[]> {
	const rows = await searchRead(odoo, 'stock.picking', deliveries, ['sale_id']);
	return [...new Set(rows.flatMap((row) => idOf(row.sale_id) ?? []))];
}
