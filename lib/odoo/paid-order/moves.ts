import { demandField } from '../access';
import type { OdooClient } from '../client';
import { idOf, idsOf, searchRead, textOf, type Domain } from '../records';

/** One stock move on the way of an order line's goods. Quantities are pieces, in the move's unit. */
export interface Move {
	id: number;
	/** The sale order line it works for. */
	lineId: number;
	productId: number;
	state: string;
	demand: number;
	/** Held back in stock for it. */
	reserved: number;
	/** Moves that bring the goods to this one. */
	origins: number[];
}

/**
 * Reads the moves of order lines, over all steps of their deliveries. Only the last step is sure to
 * know its order line; earlier ones are found backwards from it, as far as goods come from stock:
 * what a vendor has yet to send is no stock.
 */
export async function readMoves(odoo: OdooClient, lineIds: number[]): Promise<Move[]> {
	if (lineIds.length === 0) return [];
	await demandField(odoo, 'stock.move', 'sale_line_id', 'Inventory');
	const fields = await odoo.fields('stock.move');
	const reserved = fields.has('reserved_availability') ? 'reserved_availability' : 'quantity';
	const read = async (domain: Domain): Promise<Move[]> => {
		const rows = await searchRead(
			odoo,
			'stock.move',
			[['state', '!=', 'cancel'], ['origin_returned_move_id', '=', false], ...domain],
			['sale_line_id', 'product_id', 'state', 'product_uom_qty', reserved, 'move_orig_ids'],
		);
		return rows.map((row) => ({
			id: row.id,
			lineId: idOf(row.sale_line_id) ?? 0,
			productId: idOf(row.product_id) ?? 0,
			state: textOf(row.state),
			demand: Number(row.product_uom_qty),
			reserved: Number(row[reserved]),
			origins: idsOf(row.move_orig_ids),
		}));
	};
	const moves = await read([['sale_line_id', 'in', lineIds]]);
	for (let step = moves; step.length > 0; ) {
		const lineOf = linesOfOrigins(step);
		for (const { id } of moves) lineOf.delete(id);
		if (lineOf.size === 0) break;
		const earlier = await read([
			['id', 'in', [...lineOf.keys()]],
			['location_id.usage', 'in', ['internal', 'transit']],
		]);
		step = earlier.map((move) => ({ ...move, lineId: lineOf.get(move.id) ?? 0 }));
		moves.push(...step);
	}
	return moves;
}

const linesOfOrigins = (moves: Move[]): Map<number, number> =>
	new Map(moves.flatMap(({ origins, lineId }) => origins.map((id) => [id, lineId] as const)));
