import type { OdooClient } from '../odoo/client';
import { amountOf, currencyOf, idOf, searchRead, type Domain, type OdooRow } from '../odoo/records';
import { HELD_DELIVERIES } from './customs-fields';
import type { DeliveryValue } from './divide-order';

/** The held deliveries of orders with the value of what they move, by order. */
export async function valueOfDeliveries(
	odoo: OdooClient,
	orders: OdooRow[],
): Promise<Map<number, DeliveryValue[]>> {
	const byOrder = new Map<number, DeliveryValue[]>();
	if (orders.length === 0) return byOrder;
	const ofOrders: Domain = [...HELD_DELIVERIES, ['sale_id', 'in', orders.map(({ id }) => id)]];
	const transfers = await searchRead(odoo, 'stock.picking', ofOrders, ['sale_id']);
	const moved: Domain = [
		['picking_id', 'in', transfers.map(({ id }) => id)],
		['state', '!=', 'cancel'],
		['sale_line_id', '!=', false],
	];
	const columns = ['picking_id', 'sale_line_id', 'product_uom_qty'];
	const moves = await searchRead(odoo, 'stock.move', moved, columns);
	const lineIds = [...new Set(moves.flatMap(({ sale_line_id }) => idOf(sale_line_id) ?? []))];
	const fields = ['price_total', 'product_uom_qty'];
	const lines = await searchRead(odoo, 'sale.order.line', [['id', 'in', lineIds]], fields);
	const lineOf = new Map(lines.map((line) => [line.id, line]));
	const currencies = new Map(orders.map((order) => [order.id, currencyOf(order)]));
	for (const { id, sale_id } of transfers) {
		const order = idOf(sale_id) ?? 0;
		const ofTransfer = moves.filter(({ picking_id }) => idOf(picking_id) === id);
		const value = ofTransfer.reduce((sum, move) => {
			const line = lineOf.get(idOf(move.sale_line_id) ?? 0);
			return sum + valueOf(move, line, currencies.get(order) ?? 'CNY');
		}, 0);
		byOrder.set(order, [...(byOrder.get(order) ?? []), { transfer: id, value }]);
	}
	return byOrder;
}

/** A share of the line. Parts are proportions, so that rounding loses nothing. */
function valueOf(move: OdooRow, line: OdooRow | undefined, currency: string): number {
	const ordered = Number(line?.product_uom_qty ?? 0);
	if (!line || ordered <= 0) return 0;
	const { amount } = amountOf(line, 'price_total', currency);
	return Math.round((amount * Number(move.product_uom_qty)) / ordered);
}
