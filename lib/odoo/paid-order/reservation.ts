import type { RecordedLine } from '../recorded-order';
import { demandField } from '../access';
import type { OdooClient } from '../client';
import { idOf, idsOf, searchRead, textOf } from '../records';
import type { LineState } from './order-state';

/** One stock move of an order line. Quantities are pieces, in the move's unit. */
export interface Move {
	id: number;
	lineId: number;
	productId: number;
	state: string;
	demand: number;
	/** Held back in stock, or picked already. */
	reserved: number;
	/** Moves that bring the goods to this one. */
	origins: number[];
}

/** Reads the moves of order lines, over all steps of their deliveries. */
export async function readMoves(odoo: OdooClient, lineIds: number[]): Promise<Move[]> {
	if (lineIds.length === 0) return [];
	await demandField(odoo, 'stock.move', 'sale_line_id', 'Inventory');
	const fields = await odoo.fields('stock.move');
	const reserved = fields.has('reserved_availability') ? 'reserved_availability' : 'quantity';
	const rows = await searchRead(
		odoo,
		'stock.move',
		[
			['sale_line_id', 'in', lineIds],
			['state', '!=', 'cancel'],
			['origin_returned_move_id', '=', false],
		],
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
}

/**
 * Pieces held back for one order line. Only the first step of a delivery counts: later ones wait
 * for it. Goods without any move are not held back, whatever the picking says.
 */
export function lineReservation(
	line: LineState,
	moves: Move[],
): Pick<RecordedLine, 'ordered' | 'reserved' | 'missing'> {
	const ordered = line.quantity;
	if (!line.moves) return { ordered, reserved: ordered, missing: 0 };
	const own = moves.filter(({ lineId, demand }) => lineId === line.id && demand > 0);
	const ids = new Set(own.map(({ id }) => id));
	const first = own.filter(({ origins }) => !origins.some((id) => ids.has(id)));
	const reserved = Math.min(ordered, pieces(line, first));
	return { ordered, reserved, missing: ordered - reserved };
}

function pieces(line: LineState, moves: Move[]): number {
	if (moves.length === 0) return 0;
	const held = (move: Move) =>
		move.state === 'done' ? move.demand : Math.min(move.demand, move.reserved);
	const sum = (some: Move[], of: (move: Move) => number) =>
		some.reduce((total, move) => total + of(move), 0);
	if (moves.every(({ productId }) => productId === line.productId)) {
		// A move may count in another unit than its line.
		const demand = sum(moves, ({ demand: wanted }) => wanted);
		return whole((sum(moves, held) / Math.max(demand, line.quantity)) * line.quantity);
	}
	// A kit: as many pieces as its scarcest component allows.
	const products = [...new Set(moves.map(({ productId }) => productId))];
	const shares = products.map((product) => {
		const some = moves.filter(({ productId }) => productId === product);
		return sum(some, held) / sum(some, ({ demand }) => demand);
	});
	return Math.floor(whole(Math.min(...shares) * line.quantity));
}

/** Away with the last digits of binary fractions. */
const whole = (quantity: number) => Math.round(quantity * 1e6) / 1e6;
