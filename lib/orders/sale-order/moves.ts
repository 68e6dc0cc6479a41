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
	/** Whether it brings goods to the buyer, from stock or from a vendor; false for earlier steps. */
	toBuyer: boolean;
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
	const [moves, buyers] = await Promise.all([search(odoo, ofOrders), buyerLocations(odoo)]);
	for (const [move, destination] of moves) move.toBuyer = buyers.has(destination);
	return await followOrigins(
		odoo,
		moves.map(([move]) => move),
	);
}

/**
 * Domain of the moves that bring goods of orders to their buyers, in any state. A move that a person added
 * to a transfer belongs to the order of the transfer.
 */
export const movesToBuyer = (orderIds: number[]): Domain => [
	['location_dest_id.usage', '=', 'customer'],
	'|',
	['sale_line_id.order_id', 'in', orderIds],
	'&',
	['sale_line_id', '=', false],
	['picking_id.sale_id', 'in', orderIds],
];

/** Ids of the locations of buyers, read once for each connection. */
const buyerLocations = async (odoo: OdooClient): Promise<Set<number>> =>
	await odoo.remember('locations of buyers', async () => {
		const ofBuyers: Domain = [['usage', '=', 'customer']];
		const rows = await searchRead(odoo, 'stock.location', ofBuyers, ['usage'], { archived: true });
		return new Set(rows.map(({ id }) => id));
	});

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
		step = earlier.map(([move]) => ({ ...move, lineId: lineOf.get(move.id) ?? 0 }));
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
		'location_dest_id',
		'origin_returned_move_id',
	];
}

/** Converts a row of `stock.move`; the usage of its destination is known where that was read as part of it. */
export const moveOf = (row: OdooRow): Move => ({
	id: row.id,
	lineId: idOf(row.sale_line_id) ?? 0,
	productId: idOf(row.product_id) ?? 0,
	state: textOf(row.state),
	demand: Number(row.product_uom_qty),
	reserved: Number(row.reserved_availability ?? row.quantity),
	origins: idsOf(row.move_orig_ids),
	toBuyer: (row.location_dest_id as { usage?: unknown } | null)?.usage === 'customer',
	...(idOf(row.origin_returned_move_id) !== undefined && { returned: true }),
});

/** Moves with the ids of their destinations. */
async function search(
	odoo: OdooClient,
	domain: Domain,
): Promise<Array<[move: Move, destination: number]>> {
	const counted: Domain = [
		['state', '!=', 'cancel'],
		['origin_returned_move_id', '=', false],
	];
	const fields = await moveFields(odoo);
	const rows = await searchRead(odoo, 'stock.move', [...counted, ...domain], fields);
	return rows.map((row) => [moveOf(row), idOf(row.location_dest_id) ?? 0]);
}

const linesOfOrigins = (moves: Move[]): Map<number, number> =>
	new Map(moves.flatMap(({ origins, lineId }) => origins.map((id) => [id, lineId] as const)));
