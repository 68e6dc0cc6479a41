import { demandField } from '../../odoo/access';
import type { OdooClient } from '../../odoo/client';
import { idOf, idsOf, searchRead, textOf, type Domain, type OdooRow } from '../../odoo/records';

/** One stock move for an order line. Quantities are in the unit of the move. */
export interface Move {
	id: number;
	/** The sale order line that it belongs to. */
	lineId: number;
	productId: number;
	state: string;
	demand: number;
	/** Reserved quantity. */
	reserved: number;
	/** Ids of the moves that supply it. */
	origins: number[];
	/** Whether it returns goods of another move. */
	returned?: boolean;
}

/**
 * Reads the moves of orders, in all steps of their deliveries. Only the last step is sure to be linked
 * to its order line; earlier steps are found by following it backwards.
 */
export async function readMoves(odoo: OdooClient, orderIds: number[]): Promise<Move[]> {
	if (orderIds.length === 0) return [];
	const ofOrders: Domain = [['sale_line_id.order_id', 'in', orderIds]];
	return await followOrigins(odoo, await search(odoo, ofOrders));
}

/**
 * Adds the earlier steps to moves that are linked to their order lines, as long as goods come from
 * stock: what a vendor still has to deliver is not stock.
 */
export async function followOrigins(odoo: OdooClient, last: Move[]): Promise<Move[]> {
	const moves = [...last];
	for (let step = last; step.length > 0; ) {
		const lineOf = linesOfOrigins(step);
		for (const { id } of moves) lineOf.delete(id);
		if (lineOf.size === 0) break;
		const earlier = await search(odoo, [
			['id', 'in', [...lineOf.keys()]],
			['location_id.usage', 'in', ['internal', 'transit']],
		]);
		step = earlier.map((move) => ({ ...move, lineId: lineOf.get(move.id) ?? 0 }));
		moves.push(...step);
	}
	return moves;
}

/** Fields to read of a move. Odoo 17 renamed the field of the reserved quantity. */
export async function moveFields(odoo: OdooClient): Promise<string[]> {
	await demandField(odoo, 'stock.move', 'sale_line_id', 'Inventory');
	const fields = await odoo.fields('stock.move');
	return [
		'sale_line_id',
		'product_id',
		'state',
		'product_uom_qty',
		fields.has('reserved_availability') ? 'reserved_availability' : 'quantity',
		'move_orig_ids',
		'origin_returned_move_id',
	];
}

export const moveOf = (row: OdooRow): Move => ({
	id: row.id,
	lineId: idOf(row.sale_line_id) ?? 0,
	productId: idOf(row.product_id) ?? 0,
	state: textOf(row.state),
	demand: Number(row.product_uom_qty),
	reserved: Number(row.reserved_availability ?? row.quantity),
	origins: idsOf(row.move_orig_ids),
	...(idOf(row.origin_returned_move_id) !== undefined && { returned: true }),
});

async function search(odoo: OdooClient, domain: Domain): Promise<Move[]> {
	const counted: Domain = [
		['state', '!=', 'cancel'],
		['origin_returned_move_id', '=', false],
	];
	const fields = await moveFields(odoo);
	const rows = await searchRead(odoo, 'stock.move', [...counted, ...domain], fields);
	return rows.map(moveOf);
}

const linesOfOrigins = (moves: Move[]): Map<number, number> =>
	new Map(moves.flatMap(({ origins, lineId }) => origins.map((id) => [id, lineId] as const)));
