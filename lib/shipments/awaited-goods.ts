import type { OdooClient } from '../odoo/client';
import { idOf, searchRead, type Domain } from '../odoo/records';

/** Order lines of orders, and the orders that wait for goods that are in no delivery yet. */
export interface AwaitedGoods {
	/** Ids of orders by order line. */
	orderOfLine: Map<number, number>;
	awaiting: Set<number>;
}

/**
 * Finds orders that still wait for goods without a transfer to the buyer: an earlier step is open, after
 * which Odoo creates the next one (18 and later), or a vendor has not been asked for drop-shipped goods yet.
 */
export async function awaitedGoods(odoo: OdooClient, orderIds: number[]): Promise<AwaitedGoods> {
	const ofOrders: Domain = [['order_id', 'in', orderIds]];
	const withoutMoves: Domain = [
		...ofOrders,
		['qty_delivered_method', '=', 'stock_move'],
		['product_uom_qty', '>', 0],
		['state', 'in', ['sale', 'done']],
		['move_ids', '=', false],
	];
	const [lines, unmoved, earlier] = await Promise.all([
		searchRead(odoo, 'sale.order.line', ofOrders, ['order_id']),
		searchRead(odoo, 'sale.order.line', withoutMoves, ['product_uom_qty', 'qty_delivered']),
		openEarlierSteps(odoo, orderIds),
	]);
	const orderOfLine = new Map(lines.map((line) => [line.id, idOf(line.order_id) ?? 0]));
	const waiting = unmoved.filter(
		({ product_uom_qty: ordered, qty_delivered: delivered }) => Number(delivered) < Number(ordered),
	);
	const waitingLines = [...waiting.map(({ id }) => id), ...earlier];
	return { orderOfLine, awaiting: new Set(waitingLines.map((id) => orderOfLine.get(id) ?? 0)) };
}

/** Order lines with an open transfer inside the warehouse. Before Odoo 18 their last step is open as well. */
async function openEarlierSteps(odoo: OdooClient, orderIds: number[]): Promise<number[]> {
	if (!(await odoo.fields('stock.move')).has('location_final_id')) return [];
	const open: Domain = [
		['sale_line_id.order_id', 'in', orderIds],
		['state', 'not in', ['done', 'cancel']],
		['location_dest_id.usage', '!=', 'customer'],
		['location_final_id.usage', '=', 'customer'],
	];
	const moves = await searchRead(odoo, 'stock.move', open, ['sale_line_id']);
	return moves.map((move) => idOf(move.sale_line_id) ?? 0);
}
